import type { Say } from '#format';
import type { Report } from '#reports';

export async function reportPdf(_report: Report, _say: Say, _options: { now: Date }): Promise<Uint8Array<ArrayBuffer>> {
  throw new Error('pdf is being written');
}

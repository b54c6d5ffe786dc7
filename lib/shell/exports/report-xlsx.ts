import type { Say } from '#format';
import type { Report } from '#reports';

export async function reportXlsx(
  _report: Report,
  _say: Say,
  _options: { now: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  throw new Error('xlsx is being written');
}

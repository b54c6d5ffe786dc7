import { reportText } from '#exports';
import type { Say } from '#format';
import { assessBatch, OperationError } from '#operations';
import type { Assessment } from '#quality';
import { findingText } from '#reports';
import { batchQuality, batchSummary, type QualityView, type Session } from '#views';
import type { Command } from '../command.ts';

/** What is kept of a batch's quality; looked at now where it has not been yet. Throws where there is nothing to look at. */
async function qualityOf(session: Session, id: string): Promise<QualityView> {
  const batch = await batchSummary(session, id);
  if (!batch) throw new OperationError('not_found', `no import ${id}`);
  const kept = await batchQuality(session, id);
  if (kept) return kept;
  if (batch.status !== 'done')
    throw new OperationError(
      'precondition_failed',
      `the import is ${batch.status}: only one that is done has a quality`,
    );
  await assessBatch(session, id);
  const view = await batchQuality(session, id);
  if (!view) throw new Error(`the quality of ${id} was not kept`);
  return view;
}

function jsonOf(batch: string, { version: _, findings, at, ...rest }: Assessment, say: Say): object {
  const told = findings.map(({ code, says, ...finding }) => ({
    check: code,
    says,
    text: say(findingText({ code, says, figures: finding.figures })),
    ...finding,
  }));
  return { batch, at: new Date(at).toISOString(), ...rest, findings: told };
}

/** `quality <batch>`: what a delivery is worth, as its page says it. */
export const quality: Command = {
  name: 'quality',
  args: [{ name: 'batch', required: true }],
  options: {},
  help: 'what is to be said of an import: missing days, overlaps, duplicates, impossible values',
  async run({ positionals: [batch = ''] }, { session, say, width }) {
    const { assessment, report } = await qualityOf(await session(), batch);
    return { json: jsonOf(batch, assessment, say), text: reportText(report, say, width), report };
  },
};

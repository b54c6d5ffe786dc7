import type { Say } from '#format';
import type { BatchSummary } from '#views';

const shared = [
  ...['id', 'fileName', 'status', 'phase', 'seconds', 'bytes', 'rows', 'calls', 'notCalls', 'inserted', 'updated'],
  ...['unchanged', 'repeated', 'rejected', 'repeatOf', 'cancelRequested'],
] as const satisfies readonly (keyof BatchSummary)[];

/** An import as the browser is told of it: with its sentences said, since the catalogue of reports stays on the server. */
export type SaidBatch = Pick<BatchSummary, (typeof shared)[number]> & { warnings: string[]; error: string | null };

/** Says what an import's record holds in the language of the reader. */
export function saidBatch(batch: BatchSummary, say: Say): SaidBatch {
  const facts = Object.fromEntries(shared.map((name) => [name, batch[name]])) as Pick<
    SaidBatch,
    (typeof shared)[number]
  >;
  return { ...facts, warnings: batch.warnings.map((warning) => say(warning)), error: batch.error && say(batch.error) };
}

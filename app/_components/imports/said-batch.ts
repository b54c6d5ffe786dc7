import type { Say } from '#format';
import type { BatchSummary } from '#views';

/** An import as the browser is told of it: with its sentences said, since the catalogue of reports stays here. */
export type SaidBatch = Omit<BatchSummary, 'warnings' | 'error'> & { warnings: string[]; error: string | null };

/** Says what an import's record holds in the language of the reader. */
export function saidBatch({ warnings, error, ...batch }: BatchSummary, say: Say): SaidBatch {
  return { ...batch, warnings: warnings.map((warning) => say(warning)), error: error && say(error) };
}

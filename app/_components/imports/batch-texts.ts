import { cellText, type Say } from '#format';
import type { BatchSummary } from '#views';

const counted = ['rows', 'inserted', 'updated', 'unchanged', 'repeated', 'rejected', 'days'] as const;

type Counted = (typeof counted)[number];

/** The figures of an import as they are written; the start on the clock of this machine, which is the reader's. */
export function batchTexts(batch: BatchSummary, say: Say): Record<Counted | 'seconds' | 'started', string> {
  const counts = counted.map((id) => [id, cellText({ kind: 'count', value: batch[id] }, say)] as const);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    ...(Object.fromEntries(counts) as Record<Counted, string>),
    seconds: cellText(batch.seconds === null ? { kind: 'unknown' } : { kind: 'seconds', value: batch.seconds }, say),
    started: cellText({ kind: 'instant', ms: batch.startedAt, zone: timeZone }, say),
  };
}

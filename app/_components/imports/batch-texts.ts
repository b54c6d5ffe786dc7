import { cellText, type Say } from '#format';
import type { BatchSummary } from '#views';

const counted = [
  'rows',
  'calls',
  'notCalls',
  'inserted',
  'updated',
  'unchanged',
  'repeated',
  'rejected',
  'days',
] as const;

type Counted = (typeof counted)[number];

/**
 * The figures of an import as they are written; not known before it has been read. Instants on the clock of this
 * machine, which is the reader's.
 */
export function batchTexts(batch: BatchSummary, say: Say): Record<Counted | 'seconds' | 'started', string> {
  const unread = batch.status === 'draft' || batch.status === 'queued';
  const counts = counted.map((id) => [
    id,
    cellText(unread ? { kind: 'unknown' } : { kind: 'count', value: batch[id] }, say),
  ]);
  return {
    ...(Object.fromEntries(counts) as Record<Counted, string>),
    seconds: cellText(batch.seconds === null ? { kind: 'unknown' } : { kind: 'seconds', value: batch.seconds }, say),
    started: instantHere(batch.startedAt, say),
  };
}

/** An instant on the clock of this machine. */
export function instantHere(ms: number, say: Say): string {
  return cellText({ kind: 'instant', ms, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }, say);
}

import type { SendFailure } from '../../inputs/send.ts';
import type { SaidPreview } from '../draft/said-preview.ts';
import type { Scope } from './send-files.ts';

/** Files that were sent together, and where they stand. Nothing of them is written before somebody imports them. */
export type Delivery = { id: string; name: string; files: readonly File[]; scope: Scope; state: DeliveryState };

export type DeliveryState =
  | { kind: 'waiting' }
  | { kind: 'sending'; share: number }
  | { kind: 'looking' }
  | { kind: 'waitsForDecision'; preview: SaidPreview; failure: SendFailure | null; busy: boolean }
  | { kind: 'importing' }
  | { kind: 'discarded' }
  /** `kept`: whether the files have arrived and wait as a draft. */
  | { kind: 'failed'; kept: boolean; failure: SendFailure };

/** What a delivery is, in the fewest words. */
export type Recognised = 'known' | 'mapped' | 'unknown' | 'unusable';

/** Whether a log is known by itself, by a mapping that somebody made, not known yet, or of no use. */
export function recognised({ documents, table }: SaidPreview): Recognised {
  if (table?.origin === 'proposed') return 'unknown';
  if (documents.some(({ problem }) => problem !== null) || documents.length === 0) return 'unusable';
  return table ? 'mapped' : 'known';
}

/** Whether there is nothing to ask or to warn of, so that it may be imported unseen. */
export function isClean(preview: SaidPreview): boolean {
  const { ready, counts, dispositions } = preview;
  const known = recognised(preview) === 'known' || recognised(preview) === 'mapped';
  const explained = dispositions.every(({ outcome }) => outcome !== null) && unplaced(preview) === 0;
  return ready && known && explained && counts.calls > 0 && counts.rejected === 0;
}

/** How many of the vendor's queues nobody has given a program, where the import names none for them either. */
export function unplaced({ asked, queues }: SaidPreview): number {
  return asked.program === null ? queues.filter(({ program }) => program === null).length : 0;
}

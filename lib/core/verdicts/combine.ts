import type { State } from './verdict.ts';

/** The state of the vendor's book at the best guess of the wage and at the ends of its range. */
export type AcrossWages = { value: State; low: State; high: State };

/**
 * The vendor's book across the wages it may pay. `failing` needs the loss at the lowest wage as well, `healthy` the
 * gain at the highest; a conclusion that turns within the range is `at_risk` where it is a loss somewhere.
 */
export function acrossWages({ value, low, high }: AcrossWages): State {
  if (value === 'failing') return low === 'failing' ? 'failing' : 'at_risk';
  if (value === 'healthy' && high !== 'healthy') return high === 'not_enough_evidence' ? high : 'at_risk';
  return value;
}

/** Whether the same state follows at both ends of the wage as at the best guess. */
export function assumptionsHold({ value, low, high }: AcrossWages): boolean {
  return value === low && value === high;
}

const severity: readonly State[] = ['failing', 'at_risk', 'not_enough_evidence', 'healthy'];

/**
 * The state of a vendor's program from its two books, null = the book cannot be judged (nothing declared):
 *
 *     | client \ vendor | failing | at risk | not enough | healthy    | cannot be judged |
 *     | failing         | failing | failing | failing    | failing    | failing          |
 *     | at risk         | failing | at risk | at risk    | at risk    | at risk          |
 *     | not enough      | failing | at risk | not enough | not enough | not enough       |
 *     | healthy         | failing | at risk | not enough | healthy    | healthy          |
 *     | cannot be judged| failing | at risk | not enough | healthy    | not enough       |
 *
 * The worse book decides. One that could be judged but is not yet holds `healthy` back; one that never can does not.
 */
export function worseBook(client: State | null, vendor: State | null): State {
  return severity.find((state) => state === client || state === vendor) ?? 'not_enough_evidence';
}

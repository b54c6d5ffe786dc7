import type { MetricContract } from '#imports';

/** Inbound calls: how many there are, how many were abandoned, and whether any of them waited. */
type Inbound = { offered: number; abandoned: number; waited: boolean };

/** Of so many inbound calls that wait some are abandoned, wherever it is written down. */
const SOME_ARE_ABANDONED = 300;

/** Whether none abandoned means that they are not told: the source says so, or so many calls waited and none gave up. */
export function hidesAbandoned(
  { offered, abandoned, waited }: Inbound,
  unreported: MetricContract['unreported'] = [],
): boolean {
  if (offered === 0 || abandoned > 0) return false;
  return unreported.includes('abandoned') || (waited && offered >= SOME_ARE_ABANDONED);
}

import type { ContractVersion } from '#contracts';
import type { RollupRow } from '#rollup';
import type { Period } from '#time';
import type { Database } from '../database.ts';

/** Which recorded calls are rated anew, and under which terms. */
export type Rerating = {
  vendor: string;
  program?: string;
  /** Half-open local days of each program's own zone, as in the roll-up. */
  period: Period;
  /** All the versions that are taken to be in force, instead of the stored ones; any ids, `proposed` for one. */
  versions: readonly ContractVersion[];
  /** With handle-time histograms, which only percentiles need. */
  withHistograms?: boolean;
};

/**
 * The roll-up of recorded calls as it would be under other contract versions; reads only. Rows carry the id of the
 * version given that was in force, null where none of them was.
 */
export async function rerate(_database: Database, _rerating: Rerating): Promise<RollupRow[]> {
  throw new Error('re-rating is being built');
}

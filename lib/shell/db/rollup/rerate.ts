import type { ContractVersion } from '#contracts';
import type { RollupRow } from '#rollup';
import type { Period } from '#time';
import type { Database } from '../database.ts';
import { idsByCode } from '../declarations/read.ts';
import { computeRollup } from './read.ts';
import { areEventsApart, computedRollup } from './rollup-sql.ts';
import { pairsOf, spansOf } from './spans.ts';

/** Which recorded calls are rated anew, and under which terms. */
export type OtherTerms = {
  vendor: string;
  program?: string | undefined;
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
export async function rerate(database: Database, { versions, ...asked }: OtherTerms): Promise<RollupRow[]> {
  const { vendor, program = null, period, withHistograms: histograms = false } = asked;
  const numbered = versions.map((version, index) => ({ ...version, id: String(index + 1) }));
  const rows = await database.transaction(async (tx) => {
    await tx.sql.execute('set transaction read only');
    await tx.sql.execute("set local work_mem = '256MB'");
    // As for the stored roll-up: the planner would sort every call, and there are few groups.
    await tx.sql.execute('set local enable_sort = off');
    const pairs = pairsOf(await idsByCode(tx), program === null ? { vendor } : { vendor, program });
    const { json, repeats } = spansOf(numbered, pairs);
    const values = [json, period.from, period.to, vendor, program];
    const shape = { repeats, histograms, events: await areEventsApart(tx) };
    return computeRollup(tx, computedRollup(shape), { values, histograms });
  });
  const idOf = (number: string | null) => (number === null ? null : (versions[Number(number) - 1]?.id ?? null));
  return rows.map((row) => ({ ...row, contractId: idOf(row.contractId) }));
}

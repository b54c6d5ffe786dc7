import type { ContractVersion } from '#contracts';
import { noInputs, price, type Quantities, type Statement } from '#pricing';
import type { RollupRow } from '#rollup';
import { eachMonth, intersect, type Month, monthOf, monthPeriod } from '#time';
import type { BooksInput } from './input.ts';

/** A contract version's month: all its rows, in the period or not, and the statement that they come to. */
export type PricedMonth = { version: ContractVersion; month: Month; rows: RollupRow[]; statement: Statement };

/**
 * Prices every contract version in every month of the period in which it has calls or is in force. Throws where a row
 * names a version that is not given.
 */
export function pricedMonths({
  rows,
  versions,
  rates,
  inputs = noInputs,
  programs,
  period,
  only,
}: BooksInput): PricedMonth[] {
  const wanted = versions.filter(({ vendor }) => only?.vendor === undefined || vendor === only.vendor);
  const byVersion = rowsByVersionAndMonth(rows, only?.vendor);
  const priced = wanted.flatMap((version) =>
    [...eachMonth(period)].flatMap((month) => {
      const own = byVersion.get(version.id)?.get(month) ?? [];
      if (own.length === 0 && intersect(version, monthPeriod(month)) === null) return [];
      return [priceMonth(version, month, { rows: own, rates, inputs, programs })];
    }),
  );
  const known = new Set(wanted.map(({ id }) => id));
  for (const id of byVersion.keys()) if (!known.has(id)) throw new Error(`no contract version "${id}" for its calls`);
  return priced;
}

function priceMonth(version: ContractVersion, month: Month, quantities: Quantities & { rows: RollupRow[] }) {
  return { version, month, rows: quantities.rows, statement: price(version, month, quantities) };
}

function rowsByVersionAndMonth(rows: readonly RollupRow[], vendor: string | undefined) {
  const found = new Map<string, Map<Month, RollupRow[]>>();
  for (const row of rows) {
    if (row.contractId === null || (vendor !== undefined && row.vendor !== vendor)) continue;
    const months = found.get(row.contractId) ?? new Map<Month, RollupRow[]>();
    const month = monthOf(row.day);
    const own = months.get(month) ?? [];
    own.push(row);
    found.set(row.contractId, months.set(month, own));
  }
  return found;
}

import { allocate, type Micros } from '#money';
import type { Economics, Grouping } from './economics.ts';
import { figures } from './figures.ts';
import { fixedBuckets } from './fixed-buckets.ts';
import { emptyGroup, type Group } from './group.ts';
import { type Keys, keysOf, type Place } from './grouping.ts';
import type { BooksInput } from './input.ts';
import { type PricedMonth, pricedMonths } from './priced-months.ts';
import { isChosen, noteMissingInputs, rowReader } from './row-reader.ts';
import { variableShares } from './shares.ts';
import { vendorRatesById } from './vendor-rates.ts';

/**
 * Both books per group, in the reporting currency, groups in the order of their keys; no grouping gives the one total
 * (economics.md sections 4 to 6). Every amount is shared out to the micro: the charges of the groups of any grouping sum
 * to the same total, which over whole months is the total of the statements. A monthly amount of a stretch without a
 * handled call stands in a group that carries only the vendor, the program where the contract names it, and the time.
 * Throws MissingRateError for a missing exchange rate, and where a row's program or contract version is not given.
 */
export function economics(input: BooksInput & { by: readonly Grouping[] }): Economics[] {
  const keys = keysOf(input.by);
  const groups = new Map<string, Group>();
  const groupAt = (place: Place): Group => {
    const text = keys.textOf(place);
    let group = groups.get(text);
    if (!group) {
      group = emptyGroup(keys.keyOf(place));
      groups.set(text, group);
    }
    return group;
  };
  if (input.by.length === 0) groups.set('', emptyGroup({}));
  const rows = rowReader(input);
  for (const row of input.rows) if (row.contractId === null && rows.counts(row)) rows.add(groupAt(row), row, null);
  for (const month of pricedMonths(input)) {
    addVariable(month, { input, rows, groupAt });
    addFixed(month, { input, rows, groupAt, bucketOf: keys.bucketOf });
  }
  const sorted = [...groups.values()].sort((a, b) => keys.compare(a.key, b.key));
  const context = { ...input, programs: rows.programs, vendors: vendorRatesById(input.versions) };
  return sorted.map((group) => figures(group, context));
}

type Adding = { input: BooksInput; rows: ReturnType<typeof rowReader>; groupAt: (place: Place) => Group };

function addVariable(month: PricedMonth, { input, rows, groupAt }: Adding): void {
  const shares = variableShares(month, input);
  for (const [index, row] of month.rows.entries()) {
    if (!rows.counts(row)) continue;
    const group = groupAt(row);
    rows.add(group, row, month);
    for (const { parts } of shares) group.charges += parts[index] ?? 0n;
  }
}

/** An amount of a stretch without a handled call. */
function addUncarried(group: Group, amount: Micros, month: PricedMonth): void {
  group.charges += amount;
  noteMissingInputs(group, month);
}

function addFixed(month: PricedMonth, { input, rows, groupAt, bucketOf }: Adding & Pick<Keys, 'bucketOf'>): void {
  for (const { amount, place, rows: own } of fixedBuckets(month, input, bucketOf)) {
    const handled = own.map((row) => BigInt(row.handled));
    const parts = allocate(amount, handled);
    if (parts === null) {
      if (isChosen(place, input)) addUncarried(groupAt(place), amount, month);
      continue;
    }
    for (const [index, row] of own.entries()) if (rows.counts(row)) groupAt(row).charges += parts[index] ?? 0n;
  }
}

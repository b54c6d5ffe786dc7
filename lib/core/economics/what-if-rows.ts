import type { Direction } from '#calls';
import { micros } from '#money';
import { addSums, emptySums, type RollupRow } from '#rollup';
import type { Day } from '#time';

/** A roll-up row as JSON holds it: its key, counts and times, outcomes in their order, revenue in micros as texts. */
export type PackedRow = (string | number | null)[];

const sums = emptySums();
type Count = { [Field in keyof typeof sums]: (typeof sums)[Field] extends number ? Field : never }[keyof typeof sums];
const counts = Object.entries(sums)
  .filter(([, value]) => typeof value === 'number')
  .map(([field]) => field as Count);
const outcomes = Object.keys(sums.outcomes) as (keyof typeof sums.outcomes)[];

/**
 * One vendor's rows, merged over call types and with no more of them than prices and ratios need: neither histograms nor
 * second moments. They price as the rows do, and are few enough to be sent to a browser.
 */
export function packRows(rows: readonly RollupRow[]): PackedRow[] {
  const merged = new Map<string, RollupRow>();
  for (const row of rows) {
    const { program, direction, day, rateClass, contractId, currency } = row;
    const key = JSON.stringify([program, direction, day, rateClass, contractId, currency]);
    const sum = merged.get(key) ?? { ...row, callType: null, ...emptySums() };
    addSums(sum, row);
    merged.set(key, sum);
  }
  return [...merged.values()].map(packed);
}

function packed({ program, direction, day, rateClass, contractId, currency, ...own }: RollupRow): PackedRow {
  return [
    ...[program, direction, day, rateClass, contractId, currency],
    ...[String(own.revenue), String(own.handledRevenue)],
    ...counts.map((field) => own[field]),
    ...outcomes.map((outcome) => own.outcomes[outcome]),
  ];
}

/** The rows of a vendor that were packed. */
export function unpackRows(vendor: string, rows: readonly PackedRow[]): RollupRow[] {
  return rows.map((row) => {
    const [program, direction, day, rateClass, contractId, currency, revenue, handledRevenue, ...numbers] = row;
    const own: RollupRow = {
      vendor,
      program: String(program),
      callType: null,
      direction: direction as Direction,
      day: day as Day,
      rateClass: String(rateClass),
      contractId: contractId == null ? null : String(contractId),
      currency: String(currency),
      ...emptySums(),
      revenue: micros(BigInt(revenue ?? 0)),
      handledRevenue: micros(BigInt(handledRevenue ?? 0)),
    };
    for (const [index, field] of counts.entries()) own[field] = Number(numbers[index]);
    for (const [index, outcome] of outcomes.entries()) own.outcomes[outcome] = Number(numbers[counts.length + index]);
    return own;
  });
}

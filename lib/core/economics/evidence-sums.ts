import type { RollupRow } from '#rollup';
import type { Moments } from '#stats';
import type { Day, Period } from '#time';
import { revenueReporters } from './client-book.ts';
import { evidenceKinds } from './evidence-kinds.ts';
import { driverOf, emptyFee, type Fee } from './fee.ts';
import { emptyGroup, type Group } from './group.ts';
import type { BooksInput } from './input.ts';
import { addMoments, emptyMoments } from './moments.ts';
import { type PricedMonth, pricedMonths } from './priced-months.ts';
import { isWithin, rowReader } from './row-reader.ts';
import { fixedShares, variableShares } from './shares.ts';

/** The sums of one day of a vendor's program: both books' amounts, the moments over calls, the fee by its drivers. */
export type EvidenceSums = { group: Group; moments: Moments; fee: Fee; paidByResult: boolean };

export type EvidenceBooks = Omit<BooksInput, 'period' | 'only'>;
export type EvidenceScope = Period & { vendor: string; program: string };

/**
 * The sums of every day that has calls. Later revenue of a day without handled calls comes to the next day with some:
 * what is booked then is known by then, and no day's calls would answer for it otherwise.
 */
export function evidenceSums(
  books: EvidenceBooks,
  { vendor, program, from, to }: EvidenceScope,
): { days: Map<Day, EvidenceSums>; revenueReported: boolean } {
  const input = { ...books, period: { from, to }, only: { vendor, program } };
  const reader = rowReader(input);
  const days = new Map<Day, EvidenceSums>();
  const dayOf = evidenceDayOf(input.rows.filter((row) => reader.counts(row)));
  const addRow = (row: RollupRow, month: PricedMonth | null): EvidenceSums => {
    const day = dayOf(row);
    const sums = days.get(day) ?? emptySums();
    days.set(day, sums);
    reader.add(sums.group, row, month);
    addMoments(sums.moments, row, input);
    if (month && evidenceKinds(month.version).vendor === 'revenue') sums.paidByResult = true;
    return sums;
  };
  for (const row of input.rows) if (row.contractId === null && reader.counts(row)) addRow(row, null);
  for (const month of pricedMonths(input)) {
    const shares = variableShares(month, input).map(({ line, parts }) => ({ driver: driverOf(line), parts }));
    const monthly = monthlyPerCall(month, input);
    for (const [index, row] of month.rows.entries()) {
      if (!reader.counts(row)) continue;
      const { fee } = addRow(row, month);
      for (const { driver, parts } of shares) fee[driver] += Number(parts[index] ?? 0n) / 1e6;
      fee.call += monthly * row.handled;
    }
  }
  return { days, revenueReported: revenueReporters(input.rows)({ vendor, program }) };
}

/** The day whose calls a row speaks for; a row without calls stays where it is if no later day has handled ones. */
function evidenceDayOf(rows: readonly RollupRow[]): (row: RollupRow) => Day {
  const handled = [...new Set(rows.filter((row) => row.handled > 0).map(({ day }) => day))].sort();
  return ({ day, calls }) => (calls > 0 ? day : (handled.find((other) => other >= day) ?? day));
}

function emptySums(): EvidenceSums {
  return { group: emptyGroup({}), moments: emptyMoments(), fee: emptyFee(), paidByResult: false };
}

/** The month's fixed lines for its days in the period, per handled call of the contract in them; 0 without any call. */
function monthlyPerCall(month: PricedMonth, input: BooksInput): number {
  const { days, shares } = fixedShares(month, input);
  let amount = 0n;
  for (const [index, day] of days.entries())
    if (isWithin(day, input)) for (const { parts } of shares) amount += parts[index] ?? 0n;
  let handled = 0;
  for (const row of month.rows) if (isWithin(row.day, input)) handled += row.handled;
  return handled === 0 ? 0 : Number(amount) / 1e6 / handled;
}

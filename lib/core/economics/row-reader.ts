import type { ContractVersion } from '#contracts';
import type { RollupRow } from '#rollup';
import { type Day, monthOf } from '#time';
import { addClientAmounts, type ProgramRates, programRates, revenueReporters } from './client-book.ts';
import { addQuantities, addWork, type Group } from './group.ts';
import type { BooksInput } from './input.ts';
import type { PricedMonth } from './priced-months.ts';

/** Whether a day lies in the period. */
export function isWithin(day: Day, { period }: BooksInput): boolean {
  return period.from <= day && day < period.to;
}

/** Whether a place is of the vendor and program asked for. */
export function isChosen(
  { vendor, program }: { vendor: string; program?: string | undefined },
  { only }: BooksInput,
): boolean {
  return (
    (only?.vendor === undefined || only.vendor === vendor) && (only?.program === undefined || only.program === program)
  );
}

/** Adds rows to groups: quantities, the client's amounts, the vendor's work, and what is not known about them. */
export function rowReader(input: BooksInput) {
  const { currency, rates } = input;
  const programs = programRates(input.programs);
  const reports = revenueReporters(input.rows);
  const counts = (row: RollupRow) => isWithin(row.day, input) && isChosen(row, input);
  const add = (group: Group, row: RollupRow, month: Pick<PricedMonth, 'version' | 'statement'> | null): void => {
    const version = month?.version ?? null;
    addQuantities(group, row);
    addClientAmounts(group.client, row, { program: programOf(row, programs), currency, rates });
    noteGaps(group, row, { version, reported: reports(row) });
    if (month) noteMissingInputs(group, month);
    if (version?.vendorCost) addWork(group, row, { version, when: rateDate(row, version, input.currency) });
  };
  return { programs, counts, add };
}

function noteGaps(
  group: Group,
  row: RollupRow,
  { version, reported }: { version: ContractVersion | null; reported: boolean },
): void {
  if (reported) {
    group.rowsWithRevenueReported += 1;
    group.salesWithoutRevenue += row.salesWithoutRevenue;
  } else group.handledWithoutRevenueReported += row.handled;
  if (version === null) group.counts.withoutContract += row.calls;
  else {
    if (!reported && sharesRevenue(version)) group.callsWithUnknownFee += row.calls;
    if (!version.vendorCost) group.handledWithoutVendorCost += row.handled;
  }
}

/** A part of a month's price is no price: neither of calls nor of days without any. */
export function noteMissingInputs(group: Group, { statement }: Pick<PricedMonth, 'statement'>): void {
  if (statement.missing.length > 0) group.withMissingInputs += 1;
}

function programOf({ program }: RollupRow, programs: ReadonlyMap<string, ProgramRates>): ProgramRates {
  const found = programs.get(program);
  if (!found) throw new Error(`no program "${program}" for its calls`);
  return found;
}

/** A share of a revenue that nobody reports is not a fee of 0. */
function sharesRevenue({ charges }: ContractVersion): boolean {
  return charges.some((charge) => charge.kind === 'revenue_share');
}

function rateDate({ day }: RollupRow, version: ContractVersion, currency: string): string {
  if (version.currency === currency) return '';
  return version.exchange === 'call_day' ? day : monthOf(day);
}

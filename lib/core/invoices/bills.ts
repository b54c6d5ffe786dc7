import { type Micros, micros, sumMicros } from '#money';
import { type Statement, statementTotals } from '#pricing';
import type { Month } from '#time';
import type { Invoice, InvoiceLine } from './invoice.ts';
import { invoiceTotals, overbilled } from './totals.ts';

/** All invoices of a vendor's month in one currency for one program, or for none: together they are what is billed. */
export type Bill<Kept extends Invoice = Invoice> = {
  vendor: string;
  month: Month;
  program: string | null;
  currency: string;
  invoices: readonly Kept[];
};

/** A statement with whose contract it is; `program` null = a contract for all programs. */
export type ProgramStatement = Statement & { program: string | null };

/** Invoices gathered into bills, newest month first, then by vendor, program and currency. */
export function billsOf<Kept extends Invoice>(invoices: readonly Kept[]): Bill<Kept>[] {
  const bills = new Map<string, Kept[]>();
  for (const invoice of invoices) {
    const { vendor, month, program, currency } = invoice;
    const key = JSON.stringify([vendor, month, program, currency]);
    bills.set(key, [...(bills.get(key) ?? []), invoice]);
  }
  return [...bills.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { vendor, month, program, currency } = first;
    return [{ vendor, month, program, currency, invoices: own.sort((a, b) => compare(a.number, b.number)) }];
  });
}

/**
 * The statements of a vendor's month that a bill is held against: of a program, those of its contract or else of the
 * contract for all programs; of no program, those that no other bill of the month names. Of several currencies the
 * bill's own; where there is none, all, so that the mismatch shows.
 */
export function statementsFor<Own extends ProgramStatement>(
  bill: Pick<Bill, 'program' | 'currency'>,
  statements: readonly Own[],
  siblings: readonly Pick<Bill, 'program'>[],
): readonly Own[] {
  const covered = bill.program === null ? uncovered(statements, siblings) : ofProgram(bill.program, statements);
  const own = covered.filter(({ currency }) => currency === bill.currency);
  return own.length > 0 ? own : covered;
}

function ofProgram<Own extends ProgramStatement>(program: string, statements: readonly Own[]): readonly Own[] {
  const own = statements.filter((statement) => statement.program === program);
  return own.length > 0 ? own : statements.filter((statement) => statement.program === null);
}

function uncovered<Own extends ProgramStatement>(
  statements: readonly Own[],
  siblings: readonly Pick<Bill, 'program'>[],
): readonly Own[] {
  const billed = siblings.flatMap(({ program }) => (program === null ? [] : ofProgram(program, statements)));
  return statements.filter((statement) => !billed.includes(statement));
}

/** What a bill comes to against our statements; `ours` and what follows from it is null where ours is not known. */
export type BillTotals = {
  lines: Micros;
  asked: Micros;
  credited: Micros;
  ours: Micros | null;
  /** Asked less ours. */
  difference: Micros | null;
  overbilled: Micros | null;
};

/** The totals of a bill; ours is unknown without a statement, in another currency, or where a charge has no price. */
export function billTotals(
  bill: Bill,
  statements: readonly Pick<Statement, 'currency' | 'lines' | 'missing'>[],
): BillTotals {
  const own = bill.invoices.map(invoiceTotals);
  const sum = (of: 'lines' | 'asked' | 'credited') => sumMicros(own.map((totals) => totals[of]));
  const [lines, asked, credited] = [sum('lines'), sum('asked'), sum('credited')];
  const ours = statementTotal(bill.currency, statements);
  const difference = ours === null ? null : micros(asked - ours);
  return { lines, asked, credited, ours, difference, overbilled: overbilled({ asked, credited }, ours) };
}

function statementTotal(
  currency: string,
  statements: readonly Pick<Statement, 'currency' | 'lines' | 'missing'>[],
): Micros | null {
  if (statements.length === 0 || statements.some((own) => own.currency !== currency)) return null;
  const totals = statements.map((own) => statementTotals(own).billed);
  const known = totals.filter((total) => total !== null);
  return known.length === totals.length ? sumMicros(known) : null;
}

/** Every line of a bill. */
export function billLines({ invoices }: Pick<Bill, 'invoices'>): InvoiceLine[] {
  return invoices.flatMap(({ lines }) => lines);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

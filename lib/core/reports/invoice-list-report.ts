import type { Text } from '#format';
import { type Bill, type BillTotals, billLines, type LineState, lineStates } from '#invoices';
import { type Micros, micros, toUnits } from '#money';
import { eachMonth, type Month, monthPeriod, nextMonth } from '#time';
import { count, list, say, text } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { wholeAmount } from './invoice-sentences.ts';
import { type Names, programName, vendorColor, vendorName } from './names.ts';
import type { Line, Report, Row, Table, TimeChart } from './report.ts';

/** One bill with its totals and the handled calls that our statements of it are of. */
export type ListedBill = { bill: Bill; totals: BillTotals; handled: number; href: string };

/** What the list of invoices is made of, for the months from `from` to `to`, both included. */
export type InvoiceListInput = Names & {
  bills: readonly ListedBill[];
  from: Month;
  to: Month;
  /** Reporting currency; totals keep the invoices' own. */
  currency: string;
};

/** What was billed by month and vendor against our statements, and what was asked beyond them; never across currencies. */
export function invoiceListReport(input: InvoiceListInput): Report {
  const { bills, from, to } = input;
  const currencies = [...new Set(bills.map(({ bill }) => bill.currency))].sort();
  return {
    id: 'invoices',
    title: { key: 'invoices.list' },
    period: { from: monthPeriod(from).from, to: monthPeriod(to).to },
    currency: input.currency,
    headline: currencies.length === 0 ? [{ key: 'invoices.none' }] : currencies.map((own) => headline(bills, own)),
    notes: [{ key: 'invoices.overbillingNote' }],
    sections: [
      billsTable(input, currencies),
      ...(currencies.length > 1 ? [currencyTable(bills, currencies)] : []),
      ...currencies.map((currency) => chart(input, currency)),
    ],
  };
}

/** Sums of bills in one currency; what is not known of one is left out, and counted. */
type Sums = { currency: string; asked: Micros; credited: Micros; ours: Micros; overbilled: Micros; unknown: number };

function sumsOf(bills: readonly ListedBill[], currency: string): Sums {
  const own = bills.filter(({ bill }) => bill.currency === currency).map(({ totals }) => totals);
  const sum = (of: 'asked' | 'credited' | 'ours' | 'overbilled') =>
    micros(own.reduce((total, totals) => total + (totals[of] ?? 0n), 0n));
  return {
    currency,
    asked: sum('asked'),
    credited: sum('credited'),
    ours: sum('ours'),
    overbilled: sum('overbilled'),
    unknown: own.filter(({ ours }) => ours === null).length,
  };
}

function headline(bills: readonly ListedBill[], currency: string): Text {
  const { asked, overbilled, unknown: without } = sumsOf(bills, currency);
  return {
    key: 'invoices.summary',
    values: {
      asked: wholeAmount(asked, currency),
      overbilled: wholeAmount(overbilled, currency),
      any: overbilled > 0n ? 'some' : 'none',
      without,
    },
  };
}

function billsTable(input: InvoiceListInput, currencies: readonly string[]): Table {
  const columns = billColumns(input, currencies);
  const [only] = currencies;
  return {
    kind: 'table',
    id: 'bills',
    title: { key: 'invoices.byMonth' },
    columns: heads(columns),
    rows: input.bills.map((own) => billRow(own, columns, input)),
    ...(only !== undefined && currencies.length === 1 && { total: totalRow(sumsOf(input.bills, only)) }),
    notes: [],
  };
}

function billRow(own: ListedBill, columns: readonly ColumnOf<ListedBill>[], names: Names): Row {
  const { vendor, month, program, currency } = own.bill;
  return {
    id: [month, vendor, program ?? '', currency].join(' '),
    cells: cellsOf(columns, own),
    href: own.href,
    ...vendorColor(names, vendor),
    ...(own.totals.ours === null && { reason: { key: 'invoices.oursUnknown' } }),
  };
}

function billColumns(names: Names, currencies: readonly string[]): ColumnOf<ListedBill>[] {
  const [only] = currencies;
  const money = only !== undefined && currencies.length === 1 ? { unit: unit.money(only) } : {};
  const figure = (id: 'asked' | 'ours' | 'difference' | 'credited' | 'overbilled'): ColumnOf<ListedBill> => ({
    id,
    label: { key: `invoices.columns.${id}` },
    ...money,
    align: 'end',
    cell: ({ totals, bill }) => wholeAmount(totals[id], bill.currency, { key: 'invoices.oursUnknown' }),
  });
  const states = (state: LineState): ColumnOf<ListedBill> => ({
    id: `${state}Lines`,
    label: { key: `invoices.states.${state}` },
    align: 'end',
    cell: ({ bill }) => count(billLines(bill).filter((line) => line.state === state).length),
  });
  return [
    { id: 'numbers', label: { key: 'invoices.invoice' }, align: 'start', cell: ({ bill }) => numbers(bill) },
    {
      id: 'month',
      label: { key: 'groupings.month' },
      align: 'start',
      cell: ({ bill }) => ({ kind: 'month', month: bill.month }),
    },
    {
      id: 'vendor',
      label: { key: 'columns.vendor' },
      align: 'start',
      cell: ({ bill }) => vendorName(names, bill.vendor),
    },
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: ({ bill }) => programName(names, bill.program ?? ''),
    },
    ...(['asked', 'ours', 'difference', 'credited', 'overbilled'] as const).map(figure),
    ...lineStates.map(states),
  ];
}

function numbers({ invoices }: Bill) {
  return list(invoices.map(({ number }) => text(number)));
}

function totalRow(sums: Sums): Row {
  const { asked, credited, overbilled, currency } = sums;
  return {
    id: 'total',
    cells: {
      numbers: say('overview.total'),
      asked: wholeAmount(asked, currency),
      credited: wholeAmount(credited, currency),
      overbilled: wholeAmount(overbilled, currency),
      ...(sums.unknown === 0 && {
        ours: wholeAmount(sums.ours, currency),
        difference: wholeAmount(micros(asked - sums.ours), currency),
      }),
    },
  };
}

/** The totals of each currency; two are never added up. */
function currencyTable(bills: readonly ListedBill[], currencies: readonly string[]): Table {
  const columns: ColumnOf<Sums>[] = [
    { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
    ...(['asked', 'credited', 'overbilled'] as const).map(
      (id): ColumnOf<Sums> => ({
        id,
        label: { key: `invoices.columns.${id}` },
        align: 'end',
        cell: (sums) => wholeAmount(sums[id], sums.currency),
      }),
    ),
  ];
  return {
    kind: 'table',
    id: 'currencies',
    title: { key: 'invoices.byCurrency' },
    columns: heads(columns),
    rows: currencies.map((currency) => ({ id: currency, cells: cellsOf(columns, sumsOf(bills, currency)) })),
    notes: [],
  };
}

/** What was asked beyond our statements, month by month, a line for each vendor that billed in the currency. */
function chart(input: InvoiceListInput, currency: string): TimeChart {
  const own = input.bills.filter(({ bill }) => bill.currency === currency);
  const vendors = [...new Set(own.map(({ bill }) => bill.vendor))];
  const months = [...eachMonth({ from: monthPeriod(input.from).from, to: monthPeriod(nextMonth(input.to)).from })];
  return {
    kind: 'time',
    id: `overbilling-${currency}`,
    title: { key: 'invoices.overTime' },
    unit: unit.money(currency),
    step: 'month',
    lines: vendors.map((vendor) => vendorLine(vendor, own, { months, names: input })),
    marks: [],
    notes: [],
  };
}

type Over = { months: readonly Month[]; names: Names };

/** A month without an invoice, or without a statement to hold it against, is a gap. */
function vendorLine(vendor: string, bills: readonly ListedBill[], { months, names }: Over): Line {
  const points = months.map((month) => {
    const own = bills.filter(({ bill }) => bill.vendor === vendor && bill.month === month);
    const known = own.flatMap(({ totals }) => (totals.overbilled === null ? [] : [totals.overbilled]));
    const value = known.length === 0 ? null : toUnits(micros(known.reduce<bigint>((sum, each) => sum + each, 0n)));
    return { day: monthPeriod(month).from, value, calls: own.reduce((sum, { handled }) => sum + handled, 0) };
  });
  return {
    id: vendor,
    label: { key: 'invoices.vendorLine', values: { vendor: vendorName(names, vendor) } },
    role: 'vendor',
    ...vendorColor(names, vendor),
    points,
  };
}

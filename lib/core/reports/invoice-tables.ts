import type { Cell, Text } from '#format';
import { type Bill, type BillTotals, isPercent, type Pairing, type Reconciliation, type Side } from '#invoices';
import { type Micros, micros } from '#money';
import type { Line, Statement } from '#pricing';
import { callsAddress, callsOfLine } from './calls/calls-query.ts';
import { charged, list, rate, say, text, unknown } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { pairingText, unitOf } from './invoice-sentences.ts';
import { lineLabel } from './line-label.ts';
import type { Table } from './report.ts';

type Held = {
  bill: Bill;
  statements: readonly Statement[];
  reconciliation: Reconciliation;
  /** Whether there is a statement to hold the lines against: without one nothing can be said of them. */
  isHeld: boolean;
};

/** Their lines beside ours, one row a pairing, with the difference and why. */
export function linesTable({ bill, statements, reconciliation, isHeld }: Held): Table {
  const { currency, pairings } = reconciliation;
  const columns = lineColumns(currency, bill.invoices.length > 1);
  return {
    kind: 'table',
    id: 'lines',
    title: { key: 'invoices.lines' },
    columns: heads(columns),
    rows: pairings.map((pairing) => ({
      id: pairing.id,
      cells: cellsOf(columns, pairing),
      ...(isHeld && { reason: pairingText(pairing, currency) }),
      ...hrefOf(pairing, statements, bill.vendor),
    })),
    total: {
      id: 'total',
      cells: {
        line: say('invoices.linesTotal'),
        ourAmount: charged(
          sumOf(pairings, (own) => own.ours?.amount),
          currency,
        ),
        theirAmount: charged(
          sumOf(pairings, (own) => own.theirs?.amount),
          currency,
        ),
        difference: charged(
          sumOf(pairings, (own) => own.difference.total),
          currency,
        ),
      },
    },
    notes: [],
  };
}

function sumOf(pairings: readonly Pairing[], amountOf: (pairing: Pairing) => Micros | undefined): Micros {
  return micros(pairings.reduce((sum, pairing) => sum + (amountOf(pairing) ?? 0n), 0n));
}

/** The calls behind our quantity, where theirs is another. */
function hrefOf({ statement, difference }: Pairing, statements: readonly Statement[], vendor: string) {
  if (!statement || !difference.differs.includes('quantity')) return {};
  const own = statements.find(({ contractId }) => contractId === statement.contractId);
  const line = own?.lines.find(({ id }) => id === statement.id);
  const calls = own && line ? callsOfLine(line, own, vendor) : null;
  return calls ? { href: callsAddress(calls) } : {};
}

function lineColumns(currency: string, several: boolean): ColumnOf<Pairing>[] {
  const end = { align: 'end' } as const;
  const money = { ...end, unit: unit.money(currency) };
  const amountOf = (side: Side | null) => (side ? charged(side.amount, currency) : null);
  return [
    { id: 'line', label: { key: 'invoices.ourLine' }, align: 'start', cell: ourLabel },
    ...(several ? [invoiceColumn] : []),
    { id: 'theirLine', label: { key: 'invoices.theirLine' }, align: 'start', cell: theirWords },
    {
      id: 'unit',
      label: { key: 'columns.unit' },
      align: 'start',
      cell: (own) => own.statement && unitOf(own.statement, currency),
    },
    { id: 'ourQuantity', label: { key: 'invoices.ourQuantity' }, ...end, cell: ({ ours }) => quantityOf(ours) },
    { id: 'theirQuantity', label: { key: 'invoices.theirQuantity' }, ...end, cell: ({ theirs }) => quantityOf(theirs) },
    { id: 'ourRate', label: { key: 'invoices.ourRate' }, ...end, cell: (own) => rateOf(own.ours, own, currency) },
    { id: 'theirRate', label: { key: 'invoices.theirRate' }, ...end, cell: (own) => rateOf(own.theirs, own, currency) },
    { id: 'ourAmount', label: { key: 'invoices.ourAmount' }, ...money, cell: ({ ours }) => amountOf(ours) },
    { id: 'theirAmount', label: { key: 'invoices.theirAmount' }, ...money, cell: ({ theirs }) => amountOf(theirs) },
    {
      id: 'difference',
      label: { key: 'invoices.difference' },
      ...money,
      cell: ({ difference }) => charged(difference.total, currency),
    },
    { id: 'lineState', label: { key: 'columns.state' }, align: 'start', cell: stateOf },
  ];
}

const invoiceColumn: ColumnOf<Pairing> = {
  id: 'invoice',
  label: { key: 'invoices.invoice' },
  align: 'start',
  cell: ({ invoice }) => listed([...new Set(invoice.map((line) => line.invoice))].map(text)),
};

function ourLabel({ statement }: Pairing): Cell {
  return statement ? { kind: 'say', text: lineLabel(statement) } : say('invoices.noLine');
}

function theirWords({ invoice }: Pairing): Cell | null {
  return listed(invoice.map(({ description }) => text(description)));
}

function listed(items: readonly Cell[]): Cell | null {
  return items.length === 0 ? null : items.length === 1 ? (items[0] ?? null) : list(items);
}

function quantityOf(side: Side | null): Cell | null {
  if (!side) return null;
  if (side.quantity === null) return unknown({ key: 'invoices.notSaid' });
  return { kind: 'quantity', quantity: side.quantity };
}

function rateOf(side: Side | null, { statement }: Pairing, currency: string): Cell | null {
  if (!side) return null;
  if (side.rate === null) return unknown({ key: 'invoices.notSaid' });
  return rate(side.rate, statement && isPercent(statement) ? '%' : currency);
}

function stateOf({ invoice }: Pairing): Cell | null {
  const states = [...new Set(invoice.map(({ state }) => state))];
  return listed(states.map((state) => say(`invoices.states.${state}`)));
}

/** What a bill comes to: its lines, what is to be paid, our statement, and what was asked beyond it. */
export function totalsTable({ lines, asked, ours, difference, credited, overbilled }: BillTotals, bill: Bill): Table {
  const why: Text = { key: 'invoices.oursUnknown' };
  const rows = { lines, payable: payableOf(bill), asked, ours, beyond: difference, credited, overbilled };
  return {
    kind: 'table',
    id: 'totals',
    title: { key: 'invoices.totals' },
    columns: [
      { id: 'measure', label: { key: 'columns.measure' }, align: 'start' },
      { id: 'amount', label: { key: 'columns.amount' }, unit: unit.money(bill.currency), align: 'end' },
    ],
    rows: Object.entries(rows).map(([id, value]) => ({
      id,
      cells: {
        measure: say(`invoices.totalNames.${id}`),
        amount: charged(value, bill.currency, id === 'payable' ? { key: 'invoices.notSaid' } : why),
      },
    })),
    notes: [],
  };
}

function payableOf({ invoices }: Bill): Micros | null {
  const payables = invoices.map(({ payable }) => payable);
  return payables.some((payable) => payable === null)
    ? null
    : micros(payables.reduce<bigint>((sum, own) => sum + (own ?? 0n), 0n));
}

/** What the difference between their lines and ours is made of; the parts add up to it. */
export function partsTable({ parts, difference, currency }: Reconciliation): Table {
  return {
    kind: 'table',
    id: 'parts',
    title: { key: 'invoices.parts' },
    columns: [
      { id: 'part', label: { key: 'invoices.part' }, align: 'start' },
      { id: 'amount', label: { key: 'columns.amount' }, unit: unit.money(currency), align: 'end' },
    ],
    rows: Object.entries(parts).map(([id, part]) => ({
      id,
      cells: { part: say(`invoices.partNames.${id}`), amount: charged(part, currency) },
    })),
    total: { id: 'total', cells: { part: say('invoices.difference'), amount: charged(difference, currency) } },
    notes: [],
  };
}

/** Our statement's lines by the id that a billed line may be matched with. */
export function matchChoices(statements: readonly { lines: readonly Line[] }[]): { id: string; label: Text }[] {
  return statements.flatMap(({ lines }) => lines.map((line) => ({ id: line.id, label: lineLabel(line) })));
}

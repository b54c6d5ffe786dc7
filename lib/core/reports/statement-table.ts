import type { ContractVersion } from '#contracts';
import type { Cell, Text } from '#format';
import type { Micros } from '#money';
import { type Line, type Missing, type Statement, statementTotals } from '#pricing';
import { intersect, monthPeriod } from '#time';
import { callsAddress, callsOfLine } from './calls/calls-query.ts';
import { charged, rate, say, text, unknown } from './cells.ts';
import { chargeText } from './charge-words.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { contractText } from './contract-words.ts';
import { lineLabel } from './line-label.ts';
import { lineReason } from './line-reason.ts';
import { type Names, programName } from './names.ts';
import type { Row, Table } from './report.ts';

/** A statement with the contract version that it was priced under. */
export type Priced<Own extends Statement = Statement> = { statement: Own; version: ContractVersion };

/** Each statement with its version. Throws where a version is not given. */
export function pricedOf<Own extends Statement>(
  statements: readonly Own[],
  contracts: readonly ContractVersion[],
): Priced<Own>[] {
  return statements.map((statement) => {
    const version = contracts.find(({ id }) => id === statement.contractId);
    if (!version) throw new Error(`no contract version "${statement.contractId}" for its statement`);
    return { statement, version };
  });
}

/** A table for each contract version of a month: its lines with their reasons, what could not be priced, the totals. */
export function statementTables(priced: readonly Priced[], names: Names): Table[] {
  return priced.map((own, index) => ({
    ...statementTable(own),
    id: priced.length === 1 ? 'statement' : `statement-${index + 1}`,
    title: priced.length === 1 ? titleOf(own) : titleOfPart(own, names),
  }));
}

function titleOf({ statement: { month } }: Priced): Text {
  return { key: 'statement.title', values: { month: { kind: 'month', month } } };
}

/** Which days, and of which program where the contract names one. */
function titleOfPart({ statement: { month }, version }: Priced, names: Names): Text {
  const days = intersect(version, monthPeriod(month)) ?? monthPeriod(month);
  return {
    key: 'statement.titleOf',
    values: { days: { kind: 'period', ...days }, program: programName(names, version.program ?? '') },
  };
}

function statementTable(own: Priced): Omit<Table, 'id' | 'title'> {
  const { statement, version } = own;
  const { lines, missing, currency } = statement;
  const twoViews = lines.some((line) => line.effective !== line.amount);
  const columns = lineColumns(currency, twoViews);
  return {
    kind: 'table',
    columns: heads(columns),
    rows: [
      ...missing.map((lacking) => missingRow(lacking, { version, twoViews })),
      ...lines.map((line) => lineRow(line, own, columns)),
    ],
    total: totalRow(statement, twoViews),
    notes: [contractText(version)],
  };
}

/** A line opens the calls that it counts, where it counts any. */
function lineRow(line: Line, { statement, version }: Priced, columns: readonly ColumnOf<Line>[]): Row {
  const reason = lineReason(line, version);
  const calls = callsOfLine(line, statement, version.vendor);
  return {
    id: line.id,
    cells: cellsOf(columns, line),
    ...(reason && { reason }),
    ...(calls && { href: callsAddress(calls) }),
  };
}

/** A charge without a line: the price it would have, and what it lacks. */
function missingRow(own: Missing, { version, twoViews }: { version: ContractVersion; twoViews: boolean }): Row {
  const charge = version.charges[own.place];
  const why = lacks(own);
  return {
    id: `missing.${own.place}`,
    cells: {
      line: charge ? { kind: 'say', text: chargeText(charge, version) } : text(own.charge),
      amount: unknown(why),
      ...(twoViews && { effective: unknown(why) }),
    },
    reason: why,
    ...(isImported(own) && { href: '/inputs' }),
  };
}

/** What a charge lacks, and what to do about it. */
export function lacks({ input }: Pick<Missing, 'input'>): Text {
  return { key: 'statement.lacks', values: { input } };
}

/** Whether what is lacking comes from a file or form of its own, and not from the calls or from another line. */
export function isImported({ input }: Pick<Missing, 'input'>): boolean {
  return ['logged_hours', 'fte', 'index', 'qa', 'csat'].includes(input);
}

function lineColumns(currency: string, twoViews: boolean): ColumnOf<Line>[] {
  const money = { unit: unit.money(currency), align: 'end' } as const;
  const columns: ColumnOf<Line>[] = [
    {
      id: 'line',
      label: { key: 'columns.line' },
      align: 'start',
      cell: (line) => ({ kind: 'say', text: lineLabel(line) }),
    },
    {
      id: 'quantity',
      label: { key: 'columns.quantity' },
      align: 'end',
      cell: ({ quantity }) => ({ kind: 'quantity', quantity }),
    },
    { id: 'unit', label: { key: 'columns.unit' }, align: 'start', cell: (line) => unitOf(line, currency) },
    {
      id: 'rate',
      label: { key: 'columns.rate' },
      align: 'end',
      cell: (line) => rate(line.rate, isPercent(line) ? '%' : currency),
    },
    {
      id: 'amount',
      label: { key: twoViews ? 'columns.billed' : 'columns.amount' },
      ...money,
      cell: (line) => charged(line.amount, currency),
    },
  ];
  if (!twoViews) return columns;
  const label = { key: 'columns.effective' };
  return [...columns, { id: 'effective', label, ...money, cell: (line) => charged(line.effective, currency) }];
}

/** Whether the quantity is money and the rate a percent of it. */
function isPercent({ charge, detail }: Line): boolean {
  const ofMoney = charge === 'revenue_share' || charge === 'bonus_malus';
  return ofMoney || (charge === 'surcharge' && detail.on !== undefined && detail.on.length > 0);
}

function unitOf(line: Line, currency: string): Cell {
  if (isPercent(line)) return text(currency);
  return say(`lineUnits.${line.charge}`, line.detail.outcome ? { outcome: line.detail.outcome } : {});
}

function totalRow(statement: Statement, twoViews: boolean): Row {
  const { billed, effective } = statementTotals(statement);
  const cell = (value: Micros | null) => charged(value, statement.currency, { key: 'statement.noTotal' });
  return {
    id: 'total',
    cells: {
      line: say('statement.total'),
      amount: cell(billed),
      ...(twoViews && { effective: cell(effective) }),
    },
  };
}

import type { Cell, Text } from '#format';
import { toUnits } from '#money';
import type { View } from '#pricing';
import { type Month, monthPeriod } from '#time';
import { charged, day, list, perCall } from './cells.ts';
import { lacks, type Priced } from './statement-table.ts';
import { type CountedStatement, type MonthTotal, monthTotals } from './statement-totals.ts';

type About = { month: Month; values: NonNullable<Text['values']> };

/** A month in sentences: what is missing before anything else, then what the invoice should come to and a call cost. */
export function statementHeadline(priced: readonly Priced<CountedStatement>[], { month, values }: About): Text[] {
  const statements = priced.map(({ statement }) => statement);
  const inputs = [...new Set(statements.flatMap(({ missing }) => missing.map(({ input }) => input)))];
  return [
    ...(inputs.length > 0 ? [{ key: 'statement.incomplete', values }] : totalTexts(monthTotals(statements), values)),
    ...inputs.filter((input) => input !== 'variable_lines').map((input) => lacks({ input })),
    ...changes(priced, month),
  ];
}

function totalTexts(totals: readonly MonthTotal[], values: About['values']): Text[] {
  const differ = totals.some(({ billed, effective }) => billed !== effective);
  return [
    { key: 'statement.bills', values: { ...values, amount: amounts(totals, 'billed') } },
    ...(differ ? [{ key: 'statement.effective', values: { amount: amounts(totals, 'effective') } }] : []),
    ...(totals.length === 1 ? totals.flatMap(perCallTexts) : []),
  ];
}

function perCallTexts({ effective, handled, currency }: MonthTotal): Text[] {
  if (effective === null || handled === 0) return [];
  const cost = perCall(toUnits(effective) / handled, currency);
  return [{ key: 'statement.perCall', values: { cost, n: handled } }];
}

function amounts(totals: readonly MonthTotal[], view: View): Cell {
  return list(totals.map((own) => charged(own[view], own.currency)));
}

/** The days of the month on which a version takes over from another. */
function changes(priced: readonly Priced[], month: Month): Text[] {
  const first = monthPeriod(month).from;
  const days = [...new Set(priced.map(({ version }) => version.from).filter((from) => from > first))].sort();
  if (days.length === 0 || priced.length === 1) return [];
  return [{ key: 'statement.changes', values: { days: list(days.map((own) => day(own))) } }];
}

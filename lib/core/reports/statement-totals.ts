import type { Micros } from '#money';
import { type Statement, statementTotals } from '#pricing';

/** A statement with the handled calls that it is of. */
export type CountedStatement = Statement & { handled: number };

/** A month's totals in one currency, null where a charge could not be priced, and the handled calls that they are of. */
export type MonthTotal = { currency: string; billed: Micros | null; effective: Micros | null; handled: number };

/** The totals of a month's statements by currency: two currencies are never added up. */
export function monthTotals(statements: readonly CountedStatement[]): MonthTotal[] {
  const currencies = [...new Set(statements.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = statements.filter((statement) => statement.currency === currency);
    const all = { lines: own.flatMap(({ lines }) => lines), missing: own.flatMap(({ missing }) => missing) };
    return { currency, ...statementTotals(all), handled: own.reduce((sum, { handled }) => sum + handled, 0) };
  });
}

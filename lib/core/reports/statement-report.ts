import type { ContractVersion } from '#contracts';
import type { Text } from '#format';
import { type Month, monthPeriod } from '#time';
import { type Names, vendorName } from './names.ts';
import type { Report } from './report.ts';
import { statementHeadline } from './statement-headline.ts';
import { pricedOf, statementTables } from './statement-table.ts';
import type { CountedStatement } from './statement-totals.ts';

/** What a statement report is made of: one vendor's month, one statement per contract version in force in it. */
export type StatementInput = Names & {
  vendor: string;
  month: Month;
  /** Reporting currency; lines keep their contract's own. */
  currency: string;
  statements: readonly CountedStatement[];
  /** The versions of the statements, among others perhaps. */
  contracts: readonly ContractVersion[];
};

/** What the vendor's invoice for a month should say, line by line, with what is missing said first. */
export function statementReport(input: StatementInput): Report {
  const { month, statements, contracts } = input;
  const values: Text['values'] = { vendor: vendorName(input, input.vendor), month: { kind: 'month', month } };
  const priced = pricedOf(statements, contracts);
  return {
    id: 'statement',
    title: { key: 'statement.heading', values },
    period: monthPeriod(month),
    currency: input.currency,
    headline: priced.length === 0 ? [{ key: 'statement.none', values }] : statementHeadline(priced, { month, values }),
    notes: [],
    sections: statementTables(priced, input),
  };
}

import type { ContractVersion } from '#contracts';
import type { Statement } from '#pricing';
import { type Month, monthPeriod } from '#time';
import { contractText } from './contract-words.ts';
import { type Names, vendorName } from './names.ts';
import type { Report } from './report.ts';
import { statementTable } from './statement-table.ts';

/** What a statement report is made of: one vendor's month, one statement per contract version in force in it. */
export type StatementInput = Names & {
  vendor: string;
  month: Month;
  /** Reporting currency; lines keep their contract's own. */
  currency: string;
  statements: readonly Statement[];
  contracts: readonly ContractVersion[];
};

/** What the vendor's invoice for a month should say, line by line. */
export function statementReport(input: StatementInput): Report {
  const { month, statements, contracts } = input;
  const inForce = contracts.filter(({ id }) => statements.some(({ contractId }) => contractId === id));
  const values = { vendor: vendorName(input, input.vendor), month: { kind: 'month', month } } as const;
  return {
    id: 'statement',
    title: { key: 'statement.heading', values },
    period: monthPeriod(month),
    currency: input.currency,
    headline: statements.length === 0 ? [{ key: 'statement.none', values }] : [],
    notes: [],
    sections: [statementTable(month, statements, inForce.map(contractText))],
  };
}

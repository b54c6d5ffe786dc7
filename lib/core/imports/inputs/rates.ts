import type { PublishedRate } from '#money';
import { readCurrency } from '../cells/amount.ts';
import { readDay } from '../cells/day.ts';
import { decimalReader } from '../cells/decimal.ts';
import { needed, type TableSpec } from '../table/spec.ts';

type Cells = { date: string; currency: string; rate: string };

const HIGHEST = 1_000_000_000;

/** One exchange rate as a person types it: units of the currency for one euro, as the European Central Bank quotes. */
export const ratesTable: TableSpec<Cells, PublishedRate> = {
  columns: {
    date: needed(readDay),
    currency: needed((text) => (text === 'EUR' ? { fault: { key: 'rejects.is_the_euro' } } : readCurrency(text))),
    rate: needed(decimalReader({ most: HIGHEST, decimals: 6, positive: true })),
  },
  toRow: ({ date, currency, rate }) => ({ day: date, currency, rate }),
};

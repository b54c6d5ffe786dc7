import type { ContractVersion, Program } from '#contracts';
import { type RateTable, rateTable } from '#money';
import type { OtherInputs } from '#pricing';
import type { RollupRow } from '#rollup';
import { addDays, eachMonth, monthOf, monthPeriod, type Period } from '#time';
import type { Db } from './database.ts';
import { listPrograms, listVersions, organisation } from './declarations/read.ts';
import { readInputs } from './inputs/read.ts';
import { readRates } from './rates.ts';
import { pairsWithEvents } from './revenue/pairs.ts';
import { readRollup } from './rollup/read.ts';

/** What both books of a period are computed from: whole months of roll-up rows, terms, and the exchange rates needed. */
export type Books = {
  rows: RollupRow[];
  versions: ContractVersion[];
  programs: Program[];
  rates: RateTable;
  /** Hours, scores and price indices of the period. */
  inputs: OtherInputs;
  /** Vendors' programs whose revenue later events change. */
  laterRevenue: { vendor: string; program: string }[];
  /** The reporting currency. */
  currency: string;
  period: Period;
};

/** Whole months around a period: tiers and monthly amounts are decided by all of a month. */
function wholeMonths(period: Period): Period {
  const months = [...eachMonth(period)];
  const last = months.at(-1) ?? monthOf(period.from);
  return { from: monthPeriod(monthOf(period.from)).from, to: monthPeriod(last).to };
}

type Options = {
  vendor?: string;
  currency?: string;
  /** With what percentiles of handle time need. */
  percentiles?: boolean;
};

/** Loads the books of a period, of all vendors or of one, in the reporting currency or the one given. */
export async function loadBooks(db: Db, period: Period, options: Options = {}): Promise<Books> {
  const span = wholeMonths(period);
  const filter = {
    ...span,
    withoutHistograms: !options.percentiles,
    ...(options.vendor === undefined ? {} : { vendor: options.vendor }),
  };
  const [rows, versions, programs, home, laterRevenue] = await Promise.all([
    readRollup(db, filter),
    listVersions(db),
    listPrograms(db),
    organisation(db),
    pairsWithEvents(db),
  ]);
  const currency = options.currency ?? home.currency;
  const used = new Set([
    currency,
    ...versions.map((own) => own.currency),
    ...programs.map((own) => own.currency),
    ...rows.map((row) => row.currency),
  ]);
  const rates = used.size === 1 ? [] : await readRates(db, [...used], addDays(span.from, -1), span.to);
  const inputs = await readInputs(db, {
    ...span,
    versions,
    ...(options.vendor === undefined ? {} : { vendor: options.vendor }),
  });
  return { rows, versions, programs, rates: rateTable(rates), inputs, laterRevenue, currency, period };
}

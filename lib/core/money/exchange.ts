import { type Fraction, fractionOf } from './fraction.ts';
import { type Micros, micros, mulDiv } from './micros.ts';

/** One published reference rate: units of `currency` for one euro on `day` (ISO date), as published. */
export type PublishedRate = { day: string; currency: string; rate: string };

/** Reference rates by currency, ready to be asked for a day or for the mean of a month. */
export type RateTable = {
  /** The rate of the day, or of the last publication before it; `published` says which day that was. */
  onDay(currency: string, day: string): (Fraction & { published: string }) | null;
  /** Mean of the month's published rates; a month without any takes the last publication before it. */
  monthAverage(currency: string, month: string): (Fraction & { published: string }) | null;
};

/** No rate is published for the currency at or before the day: an error that names it, never a silent 1. */
export class MissingRateError extends Error {
  readonly currency: string;
  readonly when: string;
  constructor(currency: string, when: string) {
    super(`no exchange rate for ${currency} at or before ${when}: import the reference rates that cover it`);
    this.currency = currency;
    this.when = when;
  }
}

const one: Fraction = { num: 1n, den: 1n };

function lastAtOrBefore(days: readonly string[], day: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Builds the table from published rates (ECB: euro foreign exchange reference rates, units per euro). */
export function rateTable(published: readonly PublishedRate[]): RateTable {
  const byCurrency = new Map<string, { days: string[]; rates: Fraction[] }>();
  for (const { day, currency, rate } of [...published].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const entry = byCurrency.get(currency) ?? { days: [], rates: [] };
    entry.days.push(day);
    entry.rates.push(fractionOf(rate));
    byCurrency.set(currency, entry);
  }
  const onDay: RateTable['onDay'] = (currency, day) => {
    if (currency === 'EUR') return { ...one, published: day };
    const entry = byCurrency.get(currency);
    const index = entry ? lastAtOrBefore(entry.days, day) : -1;
    const rate = entry?.rates[index];
    return rate && entry ? { ...rate, published: entry.days[index] ?? day } : null;
  };
  const monthAverage: RateTable['monthAverage'] = (currency, month) => {
    if (currency === 'EUR') return { ...one, published: `${month}-01` };
    const entry = byCurrency.get(currency);
    const first = entry ? lastAtOrBefore(entry.days, `${month}-00`) + 1 : 0;
    const last = entry ? lastAtOrBefore(entry.days, `${month}-99`) : -1;
    if (!entry || last < first) return onDay(currency, `${month}-01`);
    const rates = entry.rates.slice(first, last + 1);
    const den = rates.reduce((a, b) => (a > b.den ? a : b.den), 1n);
    const num = rates.reduce((sum, rate) => sum + rate.num * (den / rate.den), 0n);
    return { num, den: den * BigInt(rates.length), published: entry.days[last] ?? month };
  };
  return { onDay, monthAverage };
}

/**
 * Converts an amount through the euro with reference rates, rounded once to the micro.
 * `when` is a day (YYYY-MM-DD: that day's rate) or a month (YYYY-MM: its mean). Throws MissingRateError.
 */
export function convert(amount: Micros, from: string, to: string, when: string, rates: RateTable): Micros {
  if (from === to) return amount;
  const find = when.length === 7 ? rates.monthAverage : rates.onDay;
  const source = find(from, when);
  const target = find(to, when);
  if (!source) throw new MissingRateError(from, when);
  if (!target) throw new MissingRateError(to, when);
  return micros(mulDiv(amount, target.num * source.den, target.den * source.num));
}

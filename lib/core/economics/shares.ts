import type { ContractVersion } from '#contracts';
import { allocate, convert, type Micros, type RateTable } from '#money';
import { amountIn, type Line, type View } from '#pricing';
import { type Day, eachDay, intersect, type Month, monthPeriod } from '#time';
import type { PricedMonth } from './priced-months.ts';

/** The reporting currency and the rates that lead to it. */
export type Reporting = { currency: string; rates: RateTable; view?: View | undefined };

/** A line's amount shared out in the reporting currency; the parts stand in the order of what they are shared over. */
export type Shared = { line: Line; parts: Micros[] };

/** Converts an amount of a contract by the contract's own rule: the month's mean rate, or the rate of the day. */
function convertCharge(
  amount: Micros,
  version: ContractVersion,
  when: { day: Day; month: Month },
  { currency, rates }: Reporting,
): Micros {
  const date = version.exchange === 'call_day' ? when.day : when.month;
  return convert(amount, version.currency, currency, date, rates);
}

/** Every variable line of the month over the month's rows, by what each row contributed to it. */
export function variableShares({ version, month, rows, statement }: PricedMonth, to: Reporting): Shared[] {
  const days = rows.map((row) => row.day);
  return statement.lines.flatMap((line) => {
    if (line.weight === null) return [];
    return [{ line, parts: shareOut(line, rows.map(line.weight), { version, month, days, to }) }];
  });
}

/** Every fixed line of the month over the days on which the contract is in force, in equal parts. */
export function fixedShares(
  { version, month, statement }: PricedMonth,
  to: Reporting,
): { days: Day[]; shares: Shared[] } {
  const inForce = intersect(version, monthPeriod(month));
  const days = inForce ? [...eachDay(inForce.from, inForce.to)] : [];
  const weights = days.map(() => 1n);
  const shares = statement.lines
    .filter((line) => line.weight === null)
    .map((line) => ({ line, parts: shareOut(line, weights, { version, month, days, to }) }));
  return { days, shares };
}

type Sharing = { version: ContractVersion; month: Month; days: readonly Day[]; to: Reporting };

/** One rate for all: converted first, so that the parts sum to the converted line. A rate a day: shared out first. */
function shareOut(line: Line, weights: readonly bigint[], { version, month, days, to }: Sharing): Micros[] {
  const at = (amount: Micros, day: Day) => convertCharge(amount, version, { day, month }, to);
  const first = days[0];
  const amount = amountIn(to.view ?? 'effective', line);
  if (first === undefined || amount === 0n) return weights.map(() => 0n as Micros);
  const byDay = version.exchange === 'call_day' && version.currency !== to.currency;
  const parts = allocate(byDay ? amount : at(amount, first), weights);
  if (parts === null) throw new Error(`line ${line.id} has an amount and nothing that it could be shared over`);
  return byDay ? parts.map((part, index) => at(part, days[index] ?? first)) : parts;
}

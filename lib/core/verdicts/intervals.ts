import { contractOn } from '#contracts';
import { type BooksInput, evidenceDays, evidenceKinds } from '#economics';
import { convert, micros, toUnits } from '#money';
import type { RollupRow } from '#rollup';
import {
  boundary,
  confidenceInterval,
  type DayTotals,
  type Estimate,
  estimate,
  hasMinimumSample,
  prefixSums,
  sideAlpha,
} from '#stats';
import { addDays, type Day, weekStart } from '#time';
import { booksByVendor } from './books-of.ts';

const nothing: DayTotals = { n: 0, y: 0, yy: 0, x: 0, xx: 0 };

/** Ends of a figure per call in reporting units; null = open. */
type Ends = { lower: number | null; upper: number | null };

/**
 * Interval of the client's margin per call of each vendor and program over the books' own period, the one that holds
 * under daily looks (statistics.md 1.4). Pairs below the minimum sample have none.
 */
export function marginIntervals(books: BooksInput): ({ vendor: string; program: string } & Ends)[] {
  const { from, to } = books.period;
  const pairs = new Map(
    books.rows
      .filter(isIn(books))
      .map(({ vendor, program }) => [JSON.stringify([vendor, program]), { vendor, program }]),
  );
  const own = booksByVendor(books);
  return [...pairs.values()].flatMap(({ vendor, program }) => {
    const days = evidenceDays(own(vendor), { vendor, program, from, to }).flatMap(({ client }) =>
      client ? [client] : [],
    );
    const found = estimateOf(days);
    const { client: kind } = evidenceKinds(contractOn(books.versions, vendor, program, addDays(to, -1)));
    if (!hasMinimumSample(found, kind)) return [];
    const { lower, upper } = confidenceInterval(found, kind);
    return [{ vendor, program, lower, upper }];
  });
}

/**
 * Interval of revenue per call week by week (by their Mondays): a week's own mean, and the error that so many calls have
 * given the day-to-day variation of the whole period, taken as many times as daily looks demand (about three). Empty
 * below the minimum sample of the period, or where no revenue is reported.
 */
export function weeklyRevenueIntervals(books: BooksInput): Map<string, Ends> {
  const days = revenueByDay(books);
  const found = estimateOf(carried([...days.values()]));
  if (!hasMinimumSample(found, 'revenue')) return new Map();
  const perCall = found.totalVariance / found.calls;
  const reach = boundary(found.effectiveDays, sideAlpha);
  const weeks = new Map<string, { calls: number; revenue: number }>();
  for (const [day, { n, y }] of days) {
    const week = weeks.get(weekStart(day)) ?? { calls: 0, revenue: 0 };
    weeks.set(weekStart(day), { calls: week.calls + n, revenue: week.revenue + y });
  }
  return new Map(
    [...weeks].flatMap(([week, { calls, revenue }]) => {
      if (calls === 0 || !Number.isFinite(reach)) return [];
      const half = reach * Math.sqrt(perCall / calls);
      const mean = revenue / calls;
      // Revenue is not below 0 unless refunds have made it so.
      return [[week, { lower: mean < 0 ? mean - half : Math.max(0, mean - half), upper: mean + half }] as const];
    }),
  );
}

/** Revenue of a day without handled calls comes to the next day with some, as in the evidence. */
function carried(days: readonly DayTotals[]): DayTotals[] {
  const found: DayTotals[] = [];
  let late = nothing;
  for (const day of days) {
    const { n, y, yy, x, xx } = day;
    late = { n: 0, y: late.y + y, yy: late.yy + yy, x: late.x + x, xx: late.xx + xx };
    if (n === 0) continue;
    found.push({ ...late, n });
    late = nothing;
  }
  return found;
}

function estimateOf(days: readonly DayTotals[]): Estimate | null {
  const sums = prefixSums(days).at(-1);
  return sums === undefined ? null : estimate(sums);
}

const isIn =
  ({ period, only }: BooksInput) =>
  ({ day, vendor, program }: RollupRow): boolean =>
    period.from <= day &&
    day < period.to &&
    (only?.vendor ?? vendor) === vendor &&
    (only?.program ?? program) === program;

/** Calls and revenue by day in the reporting currency's units, with the sum of squares over calls. */
function revenueByDay(books: BooksInput): Map<Day, DayTotals> {
  const days = new Map<Day, DayTotals>();
  for (const row of books.rows.filter(isIn(books)).sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const rate = toUnits(convert(micros(1_000_000_000_000n), row.currency, books.currency, row.day, books.rates)) / 1e6;
    const day = days.get(row.day) ?? nothing;
    const y = day.y + toUnits(row.handledRevenue) * rate;
    const yy = day.yy + (Number(row.revenueSquared) / 1e12) * rate * rate;
    days.set(row.day, { n: day.n + row.handled, y, yy, x: y, xx: yy });
  }
  return days;
}

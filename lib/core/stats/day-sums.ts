/** One day of one book: calls `n`, total margin `y`, sum of squared margins per call `yy`, driver total `x`, `xx`. */
export type DayTotals = { n: number; y: number; yy: number; x: number; xx: number };

/** Sums over active days from which any window's estimate follows; they add and subtract. */
export type DaySums = {
  /** Days with calls, and calls. */
  days: number;
  calls: number;
  /** Over calls: margin, its square, the skewed driver, its square. */
  margin: number;
  marginSquared: number;
  driver: number;
  driverSquared: number;
  /** Over days: total margin squared, calls x total margin, calls squared. */
  dayMarginSquared: number;
  dayCallsMargin: number;
  dayCallsSquared: number;
  /** Over neighbouring days: product of margins, of margins with the other's calls (both ways), of calls. */
  lagMargin: number;
  lagCallsMargin: number;
  lagCalls: number;
};

const none: DaySums = {
  days: 0,
  calls: 0,
  margin: 0,
  marginSquared: 0,
  driver: 0,
  driverSquared: 0,
  dayMarginSquared: 0,
  dayCallsMargin: 0,
  dayCallsSquared: 0,
  lagMargin: 0,
  lagCallsMargin: 0,
  lagCalls: 0,
};

/**
 * Running sums over the days with calls: entry `i` holds the first `i` of them, entry 0 none. Days without calls are
 * skipped, never counted as zero, so neighbours are neighbouring active days.
 */
export function prefixSums(days: Iterable<DayTotals>): DaySums[] {
  const sums = [none];
  let total = none;
  let before: DayTotals | null = null;
  for (const day of days) {
    if (day.n <= 0) continue;
    total = addDay(total, day, before);
    sums.push(total);
    before = day;
  }
  return sums;
}

/** The sums extended by one active day after the active day `before` (null for the first). */
function addDay(sums: DaySums, { n, y, yy, x, xx }: DayTotals, before: DayTotals | null): DaySums {
  return {
    days: sums.days + 1,
    calls: sums.calls + n,
    margin: sums.margin + y,
    marginSquared: sums.marginSquared + yy,
    driver: sums.driver + x,
    driverSquared: sums.driverSquared + xx,
    dayMarginSquared: sums.dayMarginSquared + y * y,
    dayCallsMargin: sums.dayCallsMargin + n * y,
    dayCallsSquared: sums.dayCallsSquared + n * n,
    lagMargin: sums.lagMargin + (before ? y * before.y : 0),
    lagCallsMargin: sums.lagCallsMargin + (before ? y * before.n + n * before.y : 0),
    lagCalls: sums.lagCalls + (before ? n * before.n : 0),
  };
}

/**
 * The sums of the active days `from` up to, not including, `to` (zero-based), as a difference of two running sums.
 * The pair that straddles the start belongs to neither side. Throws where the window is outside the running sums.
 */
export function windowSums(prefix: readonly DaySums[], from: number, to: number): DaySums {
  if (to <= from) return none;
  const end = prefix[to];
  const start = prefix[from];
  const first = prefix[from + 1];
  if (!end || !start || !first) throw new RangeError(`no active days ${from} to ${to} in ${prefix.length - 1}`);
  return {
    days: to - from,
    calls: end.calls - start.calls,
    margin: end.margin - start.margin,
    marginSquared: end.marginSquared - start.marginSquared,
    driver: end.driver - start.driver,
    driverSquared: end.driverSquared - start.driverSquared,
    dayMarginSquared: end.dayMarginSquared - start.dayMarginSquared,
    dayCallsMargin: end.dayCallsMargin - start.dayCallsMargin,
    dayCallsSquared: end.dayCallsSquared - start.dayCallsSquared,
    lagMargin: end.lagMargin - first.lagMargin,
    lagCallsMargin: end.lagCallsMargin - first.lagCallsMargin,
    lagCalls: end.lagCalls - first.lagCalls,
  };
}

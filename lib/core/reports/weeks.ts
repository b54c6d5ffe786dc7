import type { Economics } from '#economics';
import type { Interval } from '#format';
import { addDays, type Day, type Period, weekStart } from '#time';
import type { Point } from './report.ts';

/** Intervals of a figure by the Monday of its week. */
export type WeekIntervals = ReadonlyMap<string, Interval>;

/** One point for every week that the period touches; a gap where there were no calls or the figure is unknown. */
export function weekPoints(
  weeks: readonly Economics[],
  period: Period,
  figure: (economics: Economics) => number | null,
): Point[] {
  const byWeek = new Map(weeks.map((week) => [week.key.week, week]));
  return [...mondays(period)].map((day) => {
    const week = byWeek.get(day);
    const calls = week?.counts.handled ?? 0;
    return { day, value: week && calls > 0 ? figure(week) : null, calls };
  });
}

/** The same points with an interval where one was computed. */
export function withIntervals(points: readonly Point[], intervals: WeekIntervals): Point[] {
  return points.map((point) => {
    const interval = intervals.get(point.day);
    return interval && point.value !== null ? { ...point, interval } : point;
  });
}

function* mondays({ from, to }: Period): Generator<Day> {
  for (let day = weekStart(from); day < to; day = addDays(day, 7)) yield day;
}

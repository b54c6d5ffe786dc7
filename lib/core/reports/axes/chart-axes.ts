import { cellText, type Say } from '#format';
import { dayNumber, parseDay } from '#time';
import type { TimeChart } from '../report.ts';
import { dayTicks, type Tick } from './day-ticks.ts';
import { scaleOf, tickDigits } from './scale.ts';

/** Ends and labelled places of an axis. */
export type Axis = { min: number; max: number; ticks: Tick[] };

/** The axes of a chart, the same on the page and on paper: days since 1970, so that every week is as wide, and values. */
export function chartAxes(chart: TimeChart, say: Say): { days: string[]; x: Axis; y: Axis } {
  const days = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const places = [...days, ...chart.marks.map(({ day }) => day)].map((day) => dayNumber(parseDay(day)));
  const first = days[0] === undefined ? 0 : dayNumber(parseDay(days[0]));
  return {
    days,
    x: { min: first, max: Math.max(first + 1, ...places), ticks: dayTicks(days, say) },
    y: valueAxis(chart, say),
  };
}

/** Zero is always on it. An interval far wider than the figures is cut at the edge: it would flatten them. */
function valueAxis(chart: TimeChart, say: Say): Axis {
  const points = chart.lines.flatMap((line) => line.points);
  const values = points.map(({ value }) => value).filter((value) => value !== null);
  const reach = 1.5 * Math.max(0, ...values.map(Math.abs));
  const ends = points
    .flatMap(({ interval }) => [interval?.lower, interval?.upper])
    .filter((end) => end != null)
    .filter((end) => Math.abs(end) <= reach);
  const { min, max, ticks } = scaleOf([...values, ...ends]);
  const needed = tickDigits(ticks);
  const digits = needed === 0 ? 0 : Math.max(2, needed);
  return { min, max, ticks: ticks.map((at) => ({ at, text: cellText({ kind: 'number', value: at, digits }, say) })) };
}

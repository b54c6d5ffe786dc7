import { cellText, type Say } from '#format';
import { type Line, pointCell, type TimeChart } from '#reports';
import type { Axis, DrawnChart, DrawnLine, DrawnPoint } from '../charts/drawn-chart.ts';
import { dayTicks } from './day-ticks.ts';
import { hue } from './hue.ts';
import { scaleOf, tickDigits } from './scale.ts';

/** The words around a chart, which are not the report's. */
export type ChartWords = { description: string; calls: (n: number) => string };

/** Places and words for a chart of a report. */
export function drawChart(chart: TimeChart, say: Say, words: ChartWords): DrawnChart {
  const days = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const [first, last] = [dayAt(days[0] ?? ''), dayAt(days.at(-1) ?? '')];
  const y = valueAxis(chart, say);
  const marks = chart.marks.map(({ day }, index) => ({ x: dayAt(day), name: String(index + 1) }));
  return {
    title: say(chart.title),
    description: words.description,
    x: { min: first, max: Math.max(last, first + 1, ...marks.map(({ x }) => x)), ticks: dayTicks(days, say) },
    y,
    lines: chart.lines.map((line) => drawnLine(line, say, days.length)),
    points: days.map((day) => pointOf({ chart, day, y, say, words })),
    marks: marks.filter(({ x }) => x >= first),
  };
}

/** Days since 1970, so that a missing week is as wide as any other. */
function dayAt(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
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
  const text = (value: number) => cellText({ kind: 'number', value, digits }, say);
  return { min, max, ticks: ticks.map((at) => ({ at, text: text(at) })) };
}

function drawnLine(line: Line, say: Say, count: number): DrawnLine {
  const { color, dot, stroke } = looks[line.role];
  return {
    id: line.id,
    label: say(line.label),
    color: line.color === undefined ? color : hue(line.color),
    stroke,
    dot: count > 60 ? 'none' : dot,
    hasBand: line.points.some(({ interval }) => interval),
  };
}

const looks: Record<Line['role'], { color: string; dot: DrawnLine['dot']; stroke: DrawnLine['stroke'] }> = {
  cost: { color: 'var(--cost)', dot: 'hollow', stroke: 'solid' },
  revenue: { color: 'var(--revenue)', dot: 'filled', stroke: 'solid' },
  vendor: { color: 'var(--failing)', dot: 'none', stroke: 'solid' },
  plan: { color: 'var(--muted)', dot: 'none', stroke: 'dashed' },
  aht: { color: 'var(--accent)', dot: 'filled', stroke: 'solid' },
};

type At = { chart: TimeChart; day: string; y: Axis; say: Say; words: ChartWords };

function pointOf({ chart, day, y, say, words }: At): DrawnPoint {
  const own = chart.lines.map((line) => ({ line, point: line.points.find((point) => point.day === day) }));
  const calls = Math.max(0, ...own.map(({ point }) => point?.calls ?? 0));
  const values = own.map(({ line, point }) => {
    if (!point || point.value === null) return [line.id, null] as const;
    const { interval } = point;
    const band: [number, number] | null = interval ? [interval.lower ?? y.min, interval.upper ?? y.max] : null;
    return [line.id, { at: point.value, band, text: cellText(pointCell(chart.unit, point), say) }] as const;
  });
  return {
    x: dayAt(day),
    title: cellText({ kind: 'day', day }, say),
    calls: words.calls(calls),
    values: Object.fromEntries(values),
  };
}

import { cellText, type Say } from '#format';
import { type Axis, chartAxes, type Line, pointCell, type TimeChart } from '#reports';
import type { DrawnChart, DrawnLine, DrawnPoint } from '../charts/drawn-chart.ts';
import { hue } from './hue.ts';

/** The words around a chart, which are not the report's. */
export type ChartWords = { description: string; calls: (n: number) => string };

/** Places and words for a chart of a report. */
export function drawChart(chart: TimeChart, say: Say, words: ChartWords): DrawnChart {
  const { days, x, y } = chartAxes(chart, say);
  const marks = chart.marks.map(({ day }, index) => ({ x: dayAt(day), name: String(index + 1) }));
  return {
    title: say(chart.title),
    description: words.description,
    x,
    y,
    lines: chart.lines.map((line) => drawnLine(line, say, days.length)),
    points: days.map((day) => pointOf({ chart, day, y, say, words })),
    marks: marks.filter((mark) => mark.x >= x.min),
  };
}

/** Days since 1970, so that a missing week is as wide as any other. */
function dayAt(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
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

import { cellText, type Say } from '#format';
import { type CurveChart, curveAxes, pointCell } from '#reports';
import type { DrawnChart } from '../charts/drawn-chart.ts';
import { hue } from './hue.ts';

/** The words around a curve, which are not the report's. */
type Words = { description: string; after: (days: number) => string };

/** Places and words for a curve of a report. */
export function drawCurve(chart: CurveChart, say: Say, words: Words): DrawnChart {
  const { lines, unit } = chart;
  const longest = Math.max(0, ...lines.map(({ points }) => points.length));
  const valueAt = ({ points }: CurveChart['lines'][number], after: number) => {
    const value = points[after]?.value ?? null;
    if (value === null) return null;
    return { at: value, band: null, text: cellText(pointCell(unit, { day: '', calls: 0, value }), say) };
  };
  return {
    title: say(chart.title),
    description: words.description,
    ...curveAxes(chart, say),
    lines: lines.map(({ id, label, color }) => ({
      ...{ id, label: say(label), color: hue(color) },
      ...{ stroke: 'solid' as const, dot: 'none' as const, hasBand: false },
    })),
    points: Array.from({ length: longest }, (_, after) => ({
      ...{ x: after, title: words.after(after), calls: '' },
      values: Object.fromEntries(lines.map((line) => [line.id, valueAt(line, after)])),
    })),
    marks: [],
  };
}

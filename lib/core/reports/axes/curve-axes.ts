import { cellText, type Say } from '#format';
import { pointCell } from '../point-cell.ts';
import type { CurveChart } from '../report.ts';
import type { Axis } from './chart-axes.ts';
import { scaleOf } from './scale.ts';

/** The axes of a curve: days after the call from 0 on, and values with zero always among them. */
export function curveAxes({ lines, unit }: CurveChart, say: Say): { x: Axis; y: Axis } {
  const points = lines.flatMap((line) => line.points);
  const longest = Math.max(1, ...points.map(({ after }) => after));
  const days = scaleOf([longest], 6).ticks.filter((at) => at <= longest && Number.isInteger(at));
  const { min, max, ticks } = scaleOf(points.map(({ value }) => value ?? 0));
  return {
    x: { min: 0, max: longest, ticks: days.map((at) => ({ at, text: cellText({ kind: 'count', value: at }, say) })) },
    y: {
      min,
      max,
      ticks: ticks.map((at) => ({ at, text: cellText(pointCell(unit, { day: '', calls: 0, value: at }), say) })),
    },
  };
}

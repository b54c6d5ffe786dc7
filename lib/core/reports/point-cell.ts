import type { Cell, Text } from '#format';
import type { Point } from './report.ts';

/** A point of a chart as the cell that a table would hold, by the chart's unit. */
export function pointCell(unit: Text, { value, interval }: Point): Cell {
  if (value === null) return { kind: 'unknown' };
  const currency = unit.values?.currency;
  if (typeof currency === 'string') return { kind: 'perCall', value, currency, ...(interval && { interval }) };
  if (unit.key === 'units.seconds') return { kind: 'seconds', value };
  if (unit.key === 'units.percent') return { kind: 'share', value };
  if (unit.key === 'units.calls') return { kind: 'count', value };
  return { kind: 'number', value, digits: 2 };
}

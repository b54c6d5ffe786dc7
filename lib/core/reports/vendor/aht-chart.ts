import type { ContractVersion } from '#contracts';
import type { Economics } from '#economics';
import type { Text } from '#format';
import { type Period, parseDay } from '#time';
import { unit } from '../columns.ts';
import type { Line, TimeChart } from '../report.ts';
import { weekPoints } from '../weeks.ts';
import { planOn } from './contract-in-force.ts';

type Input = {
  weeks: readonly Economics[];
  period: Period;
  contracts: readonly ContractVersion[];
  marks: TimeChart['marks'];
  /** What the handle time is made of, where that is to be said. */
  made: Text | null;
};

/** AHT week by week with what was planned and what the vendor can afford at its price. */
export function ahtChart({ weeks, period, contracts, marks, made }: Input): TimeChart {
  const aht = weekPoints(weeks, period, (week) => week.aht);
  const plan = aht.map((point) => ({ ...point, value: planOn(contracts, parseDay(point.day), period) }));
  const breakEven = weekPoints(weeks, period, (week) => positive(week.breakEvenAht?.value));
  const lines: Line[] = [
    { id: 'aht', label: { key: 'columns.aht' }, role: 'aht', points: aht },
    { id: 'plan', label: { key: 'charts.plan' }, role: 'plan', points: plan },
    { id: 'breakEven', label: { key: 'columns.breakEvenAht' }, role: 'vendor', points: breakEven },
  ];
  return {
    kind: 'time',
    id: 'aht',
    title: { key: 'charts.aht' },
    unit: unit.seconds,
    step: 'week',
    lines: lines.filter(({ id, points }) => id === 'aht' || points.some(({ value }) => value !== null)),
    marks,
    notes: made ? [made] : [],
  };
}

/** A fee that does not pay the overhead has no handle time at which it breaks even. */
function positive(value: number | undefined): number | null {
  return value !== undefined && value > 0 ? value : null;
}

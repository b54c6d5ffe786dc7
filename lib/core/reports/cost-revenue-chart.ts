import type { Economics } from '#economics';
import type { View } from '#pricing';
import type { Period } from '#time';
import { unit } from './columns.ts';
import { inView } from './figure-columns.ts';
import type { TimeChart } from './report.ts';
import { type WeekIntervals, weekPoints, withIntervals } from './weeks.ts';

type Input = {
  weeks: readonly Economics[];
  period: Period;
  currency: string;
  marks: TimeChart['marks'];
  /** Intervals of revenue per call by week. */
  intervals?: WeekIntervals;
  view?: View | undefined;
};

/** Cost and revenue per call week by week: always the pair. */
export function costRevenueChart({ weeks, period, currency, marks, view, intervals = new Map() }: Input): TimeChart {
  const revenue = weekPoints(weeks, period, (week) => week.perCall.revenue);
  return {
    kind: 'time',
    id: 'cost-revenue',
    title: { key: 'charts.costRevenue' },
    unit: unit.money(currency),
    step: 'week',
    lines: [
      {
        id: 'cost',
        label: inView({ key: 'columns.cost' }, view ?? 'effective'),
        role: 'cost',
        points: weekPoints(weeks, period, (week) => week.perCall.cost),
      },
      { id: 'revenue', label: { key: 'columns.revenue' }, role: 'revenue', points: withIntervals(revenue, intervals) },
    ],
    marks: marks.filter(({ day }) => period.from <= day && day < period.to),
    notes: [],
  };
}

import type { AssessedDay } from '#quality';
import type { Point, TimeChart } from '../report.ts';

/** A sum in which one unknown part makes the whole unknown. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/** Calls of each day beside what is usual on its weekday, of all its vendors together; none for a single day. */
export function volumeChart(days: readonly AssessedDay[]): TimeChart[] {
  const named = [...new Set(days.map(({ day }) => day))].sort();
  if (named.length < 2) return [];
  const points = (of: (own: AssessedDay) => number | null): Point[] =>
    named.map((day) => {
      const own = days.filter((other) => other.day === day);
      return { day, value: sumOf(own.map(of)), calls: sumOf(own.map(({ here }) => here)) ?? 0 };
    });
  return [
    {
      kind: 'time',
      id: 'quality-volume',
      title: { key: 'quality.tables.volume' },
      unit: { key: 'units.calls' },
      step: 'day',
      lines: [
        { id: 'stored', label: { key: 'quality.columns.stored' }, role: 'aht', points: points(({ stored }) => stored) },
        { id: 'usual', label: { key: 'quality.columns.usual' }, role: 'plan', points: points(({ usual }) => usual) },
      ],
      marks: [],
      notes: [{ key: 'quality.notes.usual' }],
    },
  ];
}

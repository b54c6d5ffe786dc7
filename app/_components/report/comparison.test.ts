import { describe, expect, it } from 'vitest';
import type { Row, Table } from '#reports';
import { comparisonOf } from './comparison.ts';

const ids = ['vendor', 'program', 'calls', 'cost', 'revenue', 'margin', 'aht', 'breakEvenAht', 'zone', 'state'];
const row = (id: string, cost: number): Row => ({
  id,
  cells: { cost: { kind: 'perCall', value: cost, currency: 'EUR' } },
});
const table: Table = {
  kind: 'table',
  id: 'vendors',
  title: { key: 'overview.vendors' },
  columns: ids.map((id) => ({ id, label: { key: `columns.${id}` }, align: 'end' })),
  rows: [row('norte', 3.6), row('atlas', 2)],
  notes: [],
};

describe('a comparison', () => {
  it('is any table with the columns that it needs, and rows', () => {
    expect(comparisonOf(table)?.pairs).toHaveLength(2);
    expect(comparisonOf({ ...table, rows: [] })).toBeNull();
    for (const id of ids)
      expect(comparisonOf({ ...table, columns: table.columns.filter((column) => column.id !== id) })).toBeNull();
  });

  it('gives the total a pair on the same axis', () => {
    const comparison = comparisonOf({ ...table, total: row('total', 8) });
    expect(comparison?.pairs.map(({ cost }) => cost)).toEqual([3.6, 2, 8]);
    expect(comparison?.pairAxis.max).toBe(8);
  });

  it('finds columns by id, and is told of a wrong one', () => {
    expect(comparisonOf(table)?.column('zone').label.key).toBe('columns.zone');
    expect(() => comparisonOf(table)?.column('nowhere')).toThrow('no column nowhere in table vendors');
  });
});

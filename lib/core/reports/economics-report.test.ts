import { describe, expect, it } from 'vitest';
import { cellText } from '#format';
import { parseDay, period } from '#time';
import { economicsReport } from './economics-report.ts';
import { english, names, silentEconomics, workedEconomics } from './report.fixture.ts';
import type { Table } from './report.ts';

const report = economicsReport({
  ...names,
  period: period(parseDay('2026-07-01'), parseDay('2026-08-01')),
  currency: 'EUR',
  by: ['vendor', 'call_type', 'direction', 'month', 'week', 'day'],
  rows: [
    workedEconomics({
      vendor: 'norte',
      callType: null,
      direction: 'inbound',
      month: '2026-07',
      week: '2026-06-29',
      day: '2026-07-01',
    }),
    // a monthly amount of days without calls stands in a group that has no more than a vendor and a time
    silentEconomics({ vendor: 'lumina', month: '2026-07' }),
  ],
  rates: [],
  metrics: [],
});
const { columns, rows } = report.sections[0] as Table;
const cells = (row: number, ids: string[]) => ids.map((id) => cellText(rows[row]!.cells[id]!, english));

describe('the report of economics', () => {
  it('leads with the groupings, in the order asked for', () => {
    const groupings = ['vendor', 'call_type', 'direction', 'month', 'week', 'day'];
    expect(columns.slice(0, 6).map(({ id }) => id)).toEqual(groupings);
    expect(cells(0, groupings)).toEqual([
      'Norte Contact',
      'No call type given',
      'Inbound',
      'Jul 2026',
      '29 Jun 2026',
      '1 Jul 2026',
    ]);
    expect(cells(1, ['vendor', 'call_type', 'direction', 'day'])).toEqual(['Lumina', '–', '–', '–']);
  });

  it('holds every figure with its unit', () => {
    const figures = [
      'calls',
      'sales',
      'charges',
      'margin',
      'vendorMargin',
      'hold',
      'conversion',
      'costPerSale',
      'zone',
    ];
    expect(cells(0, figures)).toEqual([
      '1,000',
      '80',
      '3,600.00 EUR',
      '+0.80 EUR',
      '-0.45 EUR',
      '72 s',
      '8.0%',
      '45.00 EUR',
      'Broken',
    ]);
    expect(rows[0]!.cells.charges).toEqual({ kind: 'amount', amount: '3600.00', currency: 'EUR' });
    for (const { id, unit } of columns.slice(6)) {
      const kind = rows[0]!.cells[id]!.kind;
      const needed = {
        perCall: 'units.money',
        amount: 'units.money',
        seconds: 'units.seconds',
        share: 'units.percent',
      };
      expect([id, unit?.key]).toEqual([id, needed[kind as keyof typeof needed]]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import type { Report, Row } from '#reports';
import en from '../../../messages/en.json' with { type: 'json' };
import { reportText } from './report-text.ts';

const say = translator(en, 'en', (fault) => {
  throw fault;
});
const row = (vendor: string, calls: number | null, reason = false): Row => ({
  id: vendor,
  cells: {
    vendor: { kind: 'text', text: vendor },
    calls: calls === null ? { kind: 'unknown' } : { kind: 'count', value: calls },
    cost: { kind: 'perCall', value: 3.605, currency: 'EUR' },
  },
  ...(reason && {
    reason: { key: 'reasons.hold_heavy', values: { hold: '108 s', aht: '432 s' } },
  }),
});
const report: Report = {
  id: 'overview',
  title: { key: 'overview.title' },
  period: { from: '2026-07-01', to: '2026-10-01' },
  currency: 'EUR',
  headline: [{ key: 'overview.failing', values: { failing: 1, vendors: 2 } }],
  notes: [{ key: 'notes.interval' }],
  sections: [
    {
      kind: 'table',
      id: 'vendors',
      title: { key: 'overview.vendors' },
      columns: [
        { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start' },
        { id: 'calls', label: { key: 'columns.calls' }, align: 'end' },
        {
          id: 'cost',
          label: { key: 'columns.cost' },
          unit: { key: 'units.money', values: { currency: 'EUR' } },
          align: 'end',
        },
      ],
      rows: [row('norte', 21344, true), row('lumina', null)],
      total: {
        id: 'total',
        cells: { vendor: { kind: 'say', text: { key: 'overview.total' } }, calls: { kind: 'count', value: 21344 } },
      },
      notes: [],
    },
  ],
};

describe('a report for a terminal', () => {
  it('is aligned, with units in the heads and reasons under their rows', () => {
    expect(reportText(report, say, 72)).toBe(
      [
        'Vendors (1 Jul – 30 Sep 2026)',
        '',
        "1 of 2 vendors' price models fails.",
        '',
        'Vendors and programs',
        'Vendor  Handled calls  Cost per call (EUR)',
        '------  -------------  -------------------',
        'norte          21,344                 3.61',
        '  Customers are on hold for 108 s of the 432 s that a call takes: agents',
        '  may lack tools or information.',
        'lumina              –                 3.61',
        'Total          21,344',
        '',
        '- An interval in brackets is made to hold even if it is looked at every',
        '  day: the true figure passes each of its ends in fewer than 4 of 100',
        '  contracts.',
        '',
      ].join('\n'),
    );
  });

  it('continues below what is too wide, under the names of the rows', () => {
    const text = reportText({ ...report, headline: [], notes: [] }, say, 40);
    expect(text).toContain(
      [
        'Vendor  Handled calls',
        '------  -------------',
        'norte          21,344',
        '  Customers are on hold for 108 s of the',
        '  432 s that a call takes: agents may',
        '  lack tools or information.',
        'lumina              –',
        'Total          21,344',
        '',
        'Vendor  Cost per call (EUR)',
        '------  -------------------',
        'norte                  3.61',
        'lumina                 3.61',
        'Total',
        '',
      ].join('\n'),
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('says so where a table is empty', () => {
    const { total: _, ...table } = report.sections[0] as Extract<Report['sections'][number], { kind: 'table' }>;
    expect(reportText({ ...report, sections: [{ ...table, rows: [] }] }, say, 80)).toContain('Nothing to show.');
  });

  it('has a sign at a figure that a note is about, and leaves room for it at the others', () => {
    const aht = (value: number, mark?: string): Row['cells'] => ({
      aht: { kind: 'seconds', value, ...(mark && { mark: { key: mark } }) },
    });
    const table = {
      ...(report.sections[0] as Extract<Report['sections'][number], { kind: 'table' }>),
      columns: [{ id: 'aht', label: { key: 'columns.aht' }, align: 'end' as const }],
      rows: [
        { id: 'a', cells: aht(384, 'metrics.mixed') },
        { id: 'b', cells: aht(1020) },
      ],
    };
    const { total: _, ...untotalled } = table;
    expect(
      reportText({ ...report, notes: [], headline: [], sections: [untotalled] }, say, 72)
        .split('\n')
        .slice(2),
    ).toEqual(['Vendors and programs', '   AHT', '------', '  384*', '1,020', '']);
  });
});

import { translator } from '#format';
import type { Report, Table, TimeChart } from '#reports';
import en from '../../../messages/en.json' with { type: 'json' };

/** English, where a message that is missing or lacks a value fails the test. */
export const say = translator(en, 'en', (fault) => {
  throw fault;
});

export const now = new Date('2026-10-02T08:30:00Z');

const money = { key: 'units.money', values: { currency: 'EUR' } };

/** Every kind of cell: names with accents, exact amounts beyond what a double holds, rates, dates, gaps. */
export const charges: Table = {
  kind: 'table',
  id: 'charges',
  title: { key: 'columns.charges' },
  columns: [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start' },
    { id: 'amount', label: { key: 'columns.amount' }, unit: money, align: 'end' },
    { id: 'quantity', label: { key: 'columns.quantity' }, align: 'end' },
    { id: 'rate', label: { key: 'columns.rate' }, align: 'end' },
    { id: 'margin', label: { key: 'columns.margin' }, unit: money, align: 'end', interval: true },
    { id: 'aht', label: { key: 'columns.aht' }, unit: { key: 'units.seconds' }, align: 'end' },
    { id: 'share', label: { key: 'columns.share' }, unit: { key: 'units.percent' }, align: 'end' },
    { id: 'state', label: { key: 'columns.state' }, align: 'start' },
    { id: 'since', label: { key: 'columns.since' }, align: 'start' },
    { id: 'imported', label: { key: 'columns.importedAt' }, align: 'start' },
  ],
  rows: [
    {
      id: 'norte',
      cells: {
        vendor: { kind: 'text', text: '=1+1 Müller & Söhne, Iași' },
        amount: { kind: 'amount', amount: '1234567890123456.78', currency: 'EUR' },
        quantity: { kind: 'quantity', quantity: '21344.5' },
        rate: { kind: 'rate', rate: '3.605', unit: 'EUR' },
        margin: {
          kind: 'perCall',
          value: -0.444_912,
          currency: 'EUR',
          signed: true,
          interval: { lower: -0.6, upper: null },
        },
        aht: { kind: 'seconds', value: 431.62 },
        share: { kind: 'share', value: 0.081 },
        state: { kind: 'state', state: 'not_enough_evidence' },
        since: { kind: 'day', day: '2026-03-14' },
        imported: { kind: 'instant', ms: Date.UTC(2026, 8, 30, 22, 15, 7), zone: 'Europe/Madrid' },
      },
      reason: {
        key: 'reasons.runs_over_plan',
        values: { aht: { kind: 'seconds', value: 432 }, plan: { kind: 'seconds', value: 300 } },
      },
    },
    {
      id: 'lumina',
      cells: {
        vendor: { kind: 'text', text: '#N/A' },
        amount: { kind: 'amount', amount: '-41200.40', currency: 'EUR' },
        quantity: { kind: 'quantity', quantity: '7' },
        rate: { kind: 'rate', rate: '12.5', unit: '%' },
        margin: { kind: 'perCall', value: 1.05, currency: 'EUR', signed: true },
        aht: { kind: 'unknown' },
        share: { kind: 'share', value: 0 },
        state: { kind: 'state', state: 'failing' },
        since: { kind: 'unknown' },
      },
    },
  ],
  total: {
    id: 'total',
    cells: {
      vendor: { kind: 'say', text: { key: 'overview.total' } },
      amount: { kind: 'amount', amount: '1234567890082256.38', currency: 'EUR' },
    },
  },
  notes: [{ key: 'books.note' }],
};

const weeks = ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27'];

export const chart: TimeChart = {
  kind: 'time',
  id: 'cost-revenue',
  title: { key: 'charts.costRevenue' },
  unit: money,
  step: 'week',
  lines: [
    {
      id: 'cost',
      label: { key: 'columns.cost' },
      role: 'cost',
      points: weeks.map((day, at) => ({ day, value: at === 2 ? null : 3.6 + at / 10, calls: at === 2 ? 0 : 1000 })),
    },
    {
      id: 'revenue',
      label: { key: 'columns.revenue' },
      role: 'revenue',
      points: weeks.map((day, at) => ({
        day,
        value: at === 2 ? null : 4.25 - at / 2,
        ...(at === 1 && { interval: { lower: 3.1, upper: 4.4 } }),
        calls: at === 2 ? 0 : 1000,
      })),
    },
  ],
  marks: [{ day: '2026-07-13', label: { key: 'charts.contract' } }],
  notes: [],
};

export const report: Report = {
  id: 'vendor',
  title: { key: 'vendor.title', values: { vendor: { kind: 'text', text: 'Müller & Söhne' } } },
  period: { from: '2026-07-01', to: '2026-10-01' },
  currency: 'EUR',
  headline: [{ key: 'overview.failing', values: { failing: 1, vendors: 2 } }],
  notes: [{ key: 'notes.interval' }],
  sections: [
    charges,
    chart,
    {
      kind: 'zone',
      id: 'zone',
      title: { key: 'charts.zone' },
      unit: money,
      zone: 'broken',
      price: 3.6,
      floor: { value: 4.5, low: 4.018, high: 5.143 },
      ceiling: 3.9,
      worked: {},
      notes: [{ key: 'zoneMeanings.broken' }],
    },
    {
      kind: 'handle',
      id: 'handle',
      title: { key: 'charts.handle' },
      unit: { key: 'units.seconds' },
      parts: [
        { id: 'talk', label: { key: 'columns.talk' }, seconds: 300 },
        { id: 'hold', label: { key: 'columns.hold' }, seconds: 72 },
        { id: 'wrap', label: { key: 'columns.wrap' }, seconds: null },
      ],
      aht: 432,
      plan: null,
      breakEven: { value: 384, low: 336, high: 430 },
      mark: null,
      worked: {},
      notes: [],
    },
  ],
};

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { say } from '../said.test-data.ts';
import { readTable } from '../table/read-table.ts';
import type { TableSpec } from '../table/spec.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { forecastTable } from './forecast.ts';
import { hoursTable } from './hours.ts';
import { indicesTable } from './indices.ts';
import { inputColumns } from './input-columns.ts';
import { revenueTable } from './revenue.ts';
import type { InputScope } from './scope.ts';
import { scoresTable } from './scores.ts';

const samples = new URL('../../../../samples/inputs/', import.meta.url);
const declared = { vendors: new Set(['norte', 'lumina']), programs: new Set(['orders', 'winback']), vendor: null };

const zones: Record<string, string> = { norte: 'Europe/Madrid', lumina: 'America/New_York' };
const zoneOf = (vendor: string | null) => zones[vendor ?? ''] ?? 'Europe/Rome';

const tables: Record<string, (scope: InputScope) => TableSpec<never, unknown>> = {
  hours: hoursTable as never,
  scores: scoresTable as never,
  forecast: forecastTable as never,
  indices: () => indicesTable as never,
  revenue: (scope) => revenueTable({ ...scope, zoneOf, hashCustomer: (text) => `hash of ${text}` }) as never,
};

function read(folder: 'ok' | 'not-ok', fileName: string, vendor: string | null = null) {
  const table = tables[/^[a-z]+/.exec(fileName)?.[0] ?? '']!;
  const bytes = readFileSync(new URL(`${folder}/${fileName}`, samples));
  return readTable(bytes, table({ ...declared, vendor }), { fileName });
}

const none = { loggedHours: null, productiveHours: null, fte: null };
const norte = { vendor: 'norte', program: 'orders' };
const sold = { vendor: 'norte', callId: 'n-17', customerRef: null, program: null, currency: 'EUR', repeated: false };

const at = (text: string) => Date.parse(text);

/** What each good file says; `vendor` is the one that it is read for. */
const good: Record<string, { vendor?: string; rows: unknown[] }> = {
  'hours.csv': {
    rows: [
      { ...norte, day: '2026-03-02', loggedHours: '48.5', productiveHours: '41.25', fte: '6.5' },
      { ...norte, day: '2026-03-03', loggedHours: '52', productiveHours: '44.75', fte: '6.5' },
      {
        vendor: 'norte',
        program: 'winback',
        day: '2026-03-02',
        loggedHours: '16',
        productiveHours: '12.5',
        fte: '2',
      },
      { vendor: 'lumina', program: null, day: '2026-03-02', ...none, loggedHours: '64.25', fte: '8' },
      { vendor: 'lumina', program: null, day: '2026-03-03', ...none, fte: '8' },
    ],
  },
  'hours-of-one-vendor.csv': {
    vendor: 'lumina',
    rows: [
      { vendor: 'lumina', program: null, day: '2026-03-02', ...none, loggedHours: '40.5' },
      { vendor: 'lumina', program: null, day: '2026-03-03', ...none, fte: '5' },
      { vendor: 'lumina', program: null, day: '2026-03-04', ...none, loggedHours: '39', fte: '5.25' },
    ],
  },
  'scores.csv': {
    rows: [
      { ...norte, day: '2026-03-02', kpi: 'qa', score: '86.5', sample: 12 },
      { ...norte, day: '2026-03-02', kpi: 'csat', score: '4.25', sample: 31 },
      { vendor: 'lumina', program: null, day: '2026-03-02', kpi: 'qa', score: '91', sample: 20 },
    ],
  },
  'forecast.csv': {
    rows: [
      { ...norte, month: '2026-03', issuedAt: '2026-01-15', calls: 4200, ahtSeconds: '310', conversion: '0.08' },
      { ...norte, month: '2026-03', issuedAt: '2026-02-20', calls: 4600, ahtSeconds: '318.5', conversion: '0.085' },
      { ...norte, month: '2026-04', issuedAt: '2026-02-20', calls: 4400, ahtSeconds: null, conversion: null },
      {
        vendor: 'lumina',
        program: null,
        month: '2026-03',
        issuedAt: '2026-02-27',
        calls: 9000,
        ahtSeconds: '280',
        conversion: null,
      },
    ],
  },
  'indices.csv': {
    rows: [
      { index: 'it_labour', month: '2025-01', value: '118.4' },
      { index: 'it_labour', month: '2025-02', value: '118.7' },
      { index: 'es_cpi', month: '2025-01', value: '103.125' },
    ],
  },
  'revenue.csv': {
    rows: [
      { ...sold, eventId: 'o-1001', occurredAt: at('2026-03-02T09:20:00Z'), kind: 'sale', amount: 120_000_000n },
      {
        ...{ ...sold, eventId: 'o-1002', vendor: null, callId: null, customerRef: 'hash of crm-883' },
        ...{ occurredAt: at('2026-03-04T08:00:00Z'), kind: 'upsell', amount: 19_900_000n },
      },
      { ...sold, eventId: 'o-1003', occurredAt: at('2026-03-20T15:45:00Z'), kind: 'refund', amount: -40_000_000n },
      {
        ...{ ...sold, eventId: 'o-1004', vendor: 'lumina', callId: 'n-18', customerRef: 'hash of crm-12' },
        ...{ program: 'orders', occurredAt: at('2026-03-21T08:00:00Z'), kind: 'chargeback', amount: -120_000_000n },
      },
      {
        ...{ ...sold, eventId: 'o-1005', vendor: 'lumina', callId: null, customerRef: 'hash of crm-12' },
        // A bare date is the day's last moment in New York.
        ...{ program: 'winback', occurredAt: at('2026-03-23T03:59:59.999Z'), kind: 'cancellation', amount: 0n },
      },
    ],
  },
  'revenue-of-one-vendor.csv': {
    vendor: 'norte',
    // 02:30 came twice in Madrid that night: the first is taken.
    rows: [
      {
        ...{ ...sold, eventId: '1', occurredAt: at('2025-10-26T00:30:00Z'), repeated: true },
        ...{ kind: 'renewal', amount: 9_500_000n },
      },
    ],
  },
};

/** What each bad file is refused for: row, column, value, and words of the reason. */
const rejected: Record<string, [number, string | null, string | null, string][]> = {
  'hours-no-figure.csv': [[3, null, null, 'has no figure']],
  'hours-negative.csv': [[3, 'logged_hours', '-8', 'is negative']],
  'hours-comma-in-number.csv': [[3, 'logged_hours', '48,5', 'has a comma']],
  'hours-dash-for-nothing.csv': [[3, 'productive_hours', '-', 'is not a number']],
  'hours-unknown-vendor.csv': [[3, 'vendor', 'norge', 'is not a declared vendor']],
  'hours-unknown-program.csv': [[3, 'program', 'order', 'is not a declared program']],
  'hours-30-february.csv': [[3, 'date', '2026-02-30', 'there is no 30 February 2026']],
  'hours-american-date.csv': [[3, 'date', '3/3/2026', 'is not a date']],
  'hours-more-productive-than-logged.csv': [[3, 'productive_hours', '40.25', 'is more than the logged hours (40)']],
  'hours-same-day-twice.csv': [[3, null, null, 'is of the same as row 2']],
  'hours-more-than-a-day-has.csv': [[3, 'logged_hours', '2400000.5', 'is more than 2400000']],
  'hours-too-few-cells.csv': [[3, null, null, 'has 4 cells where the header has 6']],
  'hours-several-faults.csv': [
    [3, 'vendor', 'norge', 'is not a declared vendor'],
    [3, 'date', '2026-03-32', 'there is no 32 March 2026'],
    [3, 'logged_hours', 'x', 'is not a number'],
    [3, 'fte', '1.23456', 'at most 4 decimals'],
  ],
  'scores-unknown-kpi.csv': [[3, 'kpi', 'nps', 'is none of qa, csat']],
  'scores-no-sample.csv': [[3, 'sample', null, 'is empty']],
  'scores-sample-of-none.csv': [[3, 'sample', '0', 'is 0']],
  'scores-half-a-call.csv': [[3, 'sample', '10.5', 'is not a number (digits only)']],
  'forecast-conversion-in-percent.csv': [[3, 'conversion', '8', 'write a share, 0.08 for 8%']],
  'forecast-month-in-words.csv': [[3, 'month', 'April 2026', 'is not a month']],
  'forecast-not-issued.csv': [[3, 'issued_at', null, 'is empty']],
  'forecast-no-figure.csv': [[3, null, null, 'has no figure']],
  'indices-zero.csv': [[3, 'value', '0', 'is 0']],
  'indices-name-with-space.csv': [[3, 'index', 'IT labour', 'is not a code']],
  'indices-month-13.csv': [[3, 'month', '2025-13', 'has no such month (13)']],
  'revenue-negative-sale.csv': [[3, 'amount', '-120.00', 'a sale comes in']],
  'revenue-of-nobody.csv': [[3, null, null, 'names neither a call nor a customer']],
  'revenue-call-of-no-vendor.csv': [[3, 'vendor', null, 'call_id names a call of a vendor']],
  'revenue-unknown-kind.csv': [[3, 'kind', 'return', 'is none of sale, upsell, renewal, refund']],
  'revenue-comma-in-amount.csv': [[3, 'amount', '120,00', 'is not an amount']],
  'revenue-skipped-hour.csv': [[3, 'occurred_at', '2026-03-29 02:30:00', 'does not exist in Europe/Madrid']],
  'revenue-same-event-twice.csv': [[3, null, null, 'is of the same as row 2']],
  'revenue-no-currency.csv': [[3, 'currency', null, 'is empty']],
};

const unusable: Record<string, string> = {
  'hours-no-date-column.csv': 'the header lacks date; it has "vendor", "program", "day", "logged_hours"',
  'hours-no-vendor.csv': 'the header lacks vendor',
  'hours-empty.csv': 'the file is empty',
  'indices-workbook.csv': 'Excel workbook',
  'revenue-no-kind-column.csv': 'the header lacks kind',
};

describe('the files in samples/inputs', () => {
  it('are all spoken for in this file', () => {
    const inFolder = (folder: string) => readdirSync(new URL(folder, samples)).sort();
    expect(Object.keys(good).sort()).toEqual(inFolder('ok'));
    expect([...Object.keys(rejected), ...Object.keys(unusable)].sort()).toEqual(inFolder('not-ok'));
  });

  it.each(Object.entries(good))('ok/%s is read whole', async (name, { vendor, rows }) => {
    const table = await read('ok', name, vendor);
    expect(table.rejects).toEqual([]);
    expect(table.rows).toEqual(rows);
    expect(table.ignoredColumns).toEqual([]);
  });

  it.each(Object.entries(rejected))('not-ok/%s is refused for what its name says', async (name, faults) => {
    const { rejects, rows } = await read('not-ok', name);
    expect(rejects.map(({ row, column, value }) => [row, column, value])).toEqual(
      faults.map(([row, column, value]) => [row, column, value]),
    );
    for (const [index, [, , , reason]] of faults.entries()) expect(say(rejects[index]!.reason)).toContain(reason);
    expect(rows).toHaveLength(1);
  });

  it.each(Object.entries(unusable))('not-ok/%s cannot be used at all', async (name, reason) => {
    const error = await read('not-ok', name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect(say((error as UnusableFileError).sentence)).toContain(`${name}`);
    expect(say((error as UnusableFileError).reason)).toContain(reason);
  });
});

describe('a file of one vendor', () => {
  it('needs no vendor column, and takes no other vendor', async () => {
    const { rejects } = await read('ok', 'hours.csv', 'norte');
    expect(rejects.map(({ row, column, value, reason }) => [row, column, value, say(reason)])).toEqual([
      [5, 'vendor', 'lumina', 'is not norte, the vendor of this import'],
      [6, 'vendor', 'lumina', 'is not norte, the vendor of this import'],
    ]);
  });
});

it('names the columns in the order in which they are written', () => {
  expect(inputColumns).toEqual({
    hours: ['vendor', 'program', 'date', 'logged_hours', 'productive_hours', 'fte'],
    scores: ['vendor', 'program', 'date', 'kpi', 'score', 'sample'],
    forecast: ['vendor', 'program', 'month', 'calls', 'aht_s', 'conversion', 'issued_at'],
    indices: ['index', 'month', 'value'],
    invoices: ['vendor', 'program', 'month', 'invoice_no', 'line', 'quantity', 'rate', 'amount', 'currency'],
    revenue: [
      ...['event_id', 'call_id', 'vendor', 'occurred_at', 'kind', 'amount', 'currency'],
      ...['customer_ref', 'program'],
    ],
  });
});

describe('a customer reference', () => {
  it('is in no fault', async () => {
    const header = inputColumns.revenue.join(',');
    const row = `o-1,,,2026-03-02,sale,1,EUR,${'4915112345678'.repeat(20)},`;
    const table = tables.revenue!({ ...declared });
    const { rejects } = await readTable(new TextEncoder().encode(`${header}\n${row}\n`), table, { fileName: 'x.csv' });
    expect(rejects).toEqual([expect.objectContaining({ row: 2, column: 'customer_ref', value: null })]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadBooks, readRates, readRollup } from '#db';
import { UnusableFileError } from '#imports';
import { convert, MissingRateError, parseMicros, rateTable } from '#money';
import { FailedImportError, importRates } from '#operations';
import { callLog, contract, declare, importLog, norte, program, projectDir, say, testSession } from '#testing';
import { addDays, parseDay, period } from '#time';
import { economicsView } from '#views';

const fileName = 'eurofxref-hist.csv.gz';
const bytes = readFileSync(join(projectDir, 'samples/exchange-rates', fileName));
const day = (text: string) => parseDay(text);

const session = await testSession();

describe("the European Central Bank's history", () => {
  it('is taken in whole, and the second time changes nothing', async () => {
    const first = await importRates(session, { bytes, fileName });
    expect(first.inserted).toBe(first.rates);
    // 6,983 days of 41 currencies, less those that were not quoted.
    expect(first.rates).toBeGreaterThan(6_983 * 25);
    expect(first.rates).toBeLessThan(6_983 * 41);
    expect(await importRates(session, { bytes: gunzipSync(bytes), fileName })).toEqual({
      rates: first.rates,
      inserted: 0,
      updated: 0,
    });
    const [stored] = await session.database.sql.query<{ days: number; first: string; last: string }>(
      'select count(distinct day)::int as days, min(day)::text as first, max(day)::text as last from exchange_rate',
    );
    expect(stored).toEqual({ days: 6_983, first: '1999-01-04', last: '2026-04-13' });
  });

  // data/README.md section 9
  it.each([
    ['USD', '2008-05-05', '1.546'],
    ['USD', '2010-11-17', '1.3481'],
    ['USD', '2020-12-31', '1.2271'],
    ['GBP', '2020-12-31', '0.89903'],
    ['JPY', '2021-03-31', '129.91'],
    ['USD', '2024-04-29', '1.072'],
    ['USD', '2026-03-02', '1.1698'],
  ])('has %s on %s right', async (currency, on, rate) => {
    const rates = await readRates(session.database, [currency], on, addDays(day(on), 1));
    expect(rates.find((own) => own.day === on)?.rate).toBe(rate);
    // 1,000 euros, to the micro
    const table = rateTable(rates);
    expect(convert(parseMicros('1000'), 'EUR', currency, on, table)).toBe(parseMicros(rate) * 1000n);
  });

  it('has the mean of a month right: 1.217085 dollars in January 2021', async () => {
    const table = rateTable(await readRates(session.database, ['USD'], '2021-01-01', '2021-02-01'));
    // 1,000,000 x 1.217085
    expect(convert(parseMicros('1000000'), 'EUR', 'USD', '2021-01', table)).toBe(parseMicros('1217085'));
  });

  it('lends a day without a quote the last one before it', async () => {
    // 1 January 2021 was a holiday: 1.2271 of 31 December 2020, though the period begins after that.
    const table = rateTable(await readRates(session.database, ['USD'], '2021-01-01', '2021-01-02'));
    expect(table.onDay('USD', '2021-01-01')).toMatchObject({ published: '2020-12-31' });
    expect(convert(parseMicros('100'), 'EUR', 'USD', '2021-01-01', table)).toBe(parseMicros('122.71'));
    // And so do books of one day: what they load reaches back over the gap.
    await declare(session, { ...norte, contracts: [contract('norte', { currency: 'USD' })] });
    const books = await loadBooks(session.database, period(day('2021-01-01'), day('2021-01-02')));
    expect(books.rates.onDay('USD', '2021-01-01')).toMatchObject({ published: '2020-12-31' });
  });
});

describe('a rate', () => {
  const csv = (rate: string) => ({
    bytes: new TextEncoder().encode(`Date,USD,\n2026-03-03,${rate},\n`),
    fileName: 'rates.csv',
  });

  it('that was published otherwise is corrected, and only that one', async () => {
    const own = await testSession();
    expect(await importRates(own, csv('1.16'))).toEqual({ rates: 1, inserted: 1, updated: 0 });
    expect(await importRates(own, csv('1.160'))).toEqual({ rates: 1, inserted: 0, updated: 0 });
    expect(await importRates(own, csv('1.17'))).toEqual({ rates: 1, inserted: 0, updated: 1 });
  });

  it.each([
    ['0', 'not a rate'],
    ['-1.1', 'not a rate'],
    ['1,1', 'not a rate'],
    ['x', 'not a rate'],
  ])('of %s makes the file unusable', async (rate, reason) => {
    const own = await testSession();
    const error = await importRates(own, csv(`"${rate}"`)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect(say((error as UnusableFileError).reason)).toBe(reason);
    expect((error as UnusableFileError).row).toBe(2);
    expect(await own.database.sql.query('select 1 from exchange_rate')).toEqual([]);
  });

  it('of a file that is cut off is not taken', async () => {
    const own = await testSession();
    const cut = bytes.subarray(0, bytes.length - 100);
    await expect(importRates(own, { bytes: cut, fileName })).rejects.toBeInstanceOf(UnusableFileError);
    expect(await own.database.sql.query('select 1 from exchange_rate')).toEqual([]);
  });
});

describe('a currency without a rate', () => {
  const call = { call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, revenue: '5.00', currency: 'USD' };

  it('is an error that names it, and nothing of the import is kept', async () => {
    const own = await testSession();
    await declare(own, norte);
    const error = await importLog(own, callLog([call])).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FailedImportError);
    const { cause } = error as FailedImportError;
    expect(cause).toBeInstanceOf(MissingRateError);
    expect((cause as MissingRateError).currency).toBe('USD');
    expect(await own.database.sql.query('select 1 from call')).toEqual([]);
    expect(await readRollup(own.database, {})).toEqual([]);
  });

  it('is nothing to worry about once it has one', async () => {
    const own = await testSession();
    await declare(own, norte);
    await importRates(own, { bytes, fileName });
    expect(await importLog(own, callLog([call]))).toMatchObject({ inserted: 1 });
    const { rows } = await economicsView(own, { period: period(day('2026-03-01'), day('2026-04-01')), by: [] });
    // 5.00 / 1.1698 = 4.274235 euros
    expect(rows[0]?.money.revenue).toBe(parseMicros('4.274235'));
  });

  it('stops a contract in it as well, where there are calls', async () => {
    const own = await testSession();
    await declare(own, norte);
    await importLog(own, callLog([{ ...call, currency: 'EUR' }]));
    const before = await readRollup(own.database, {});
    const dollars = { contracts: [contract('norte', { program: 'orders', currency: 'USD' })] };
    await expect(declare(own, dollars)).rejects.toThrow('no exchange rate for USD');
    expect(await readRollup(own.database, {})).toEqual(before);
    const pounds = { programs: [program('orders', { currency: 'GBP', otherCostPerCall: '0.10' })] };
    await expect(declare(own, pounds)).rejects.toThrow('no exchange rate for GBP');
  });
});

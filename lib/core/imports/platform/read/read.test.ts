import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../cells/text.ts';
import { say } from '../../said.test-data.ts';
import { readDuration } from './duration.ts';
import { readExact, sumExact } from './exact.ts';
import { detail, optional, required } from './fields.ts';
import { recordReader } from './record-reader.ts';
import { readEpochMs, readEpochSeconds, timeReader } from './times.ts';

const iso = (read: unknown) => (read as { ms: number }).ms && new Date((read as { ms: number }).ms).toISOString();
const reason = (read: unknown) => say((read as { fault: Parameters<typeof say>[0] }).fault);

describe('moments as platforms write them', () => {
  it.each([
    ['Tue, 31 Mar 2026 23:59:40 +0000', '2026-03-31T23:59:40.000Z'],
    ['Wed, 1 Apr 2026 02:00:10 +0200', '2026-04-01T00:00:10.000Z'],
    ['Wed, 01 Apr 2026 00:02:10 GMT', '2026-04-01T00:02:10.000Z'],
    ['01 Apr 2026 00:02', '2026-04-01T07:02:00.000Z'],
    ['Fri, 21 Aug 2026 09:00:06', '2026-08-21T16:00:06.000Z'],
    ['Friday, 21 August 2026 09:00:06.250', '2026-08-21T16:00:06.250Z'],
    ['2026/08/21 09:00:06', '2026-08-21T16:00:06.000Z'],
    ['2026-08-21 09:00:06 UTC', '2026-08-21T09:00:06.000Z'],
    ['09:00:06 UTC 2026-08-21', '2026-08-21T09:00:06.000Z'],
    ['09:00:06 -0700 2026-08-21', '2026-08-21T16:00:06.000Z'],
    ['2026-08-21T09:00:06.090Z', '2026-08-21T09:00:06.090Z'],
  ])('%s', (text, expected) => {
    expect(iso(timeReader('America/Los_Angeles')(text))).toBe(expected);
  });

  it('need a zone where they have no offset, and exist', () => {
    expect(reason(timeReader(null)('Fri, 21 Aug 2026 09:00:06'))).toContain('no time zone is declared');
    expect(reason(timeReader('America/Los_Angeles')('Sun, 08 Mar 2026 02:30:00'))).toContain('clocks went forward');
    expect(reason(timeReader('UTC')('Sat, 31 Feb 2026 09:00:06'))).toContain('no 31 February 2026');
    expect(reason(timeReader('UTC')('Sat, 31 Fob 2026 09:00:06'))).toContain('is not a time');
  });

  it('say that a local time came twice', () => {
    expect(timeReader('America/Los_Angeles')('Sun, 01 Nov 2026 01:30:00')).toMatchObject({ repeated: true });
  });

  it('are seconds or milliseconds since 1970', () => {
    expect(readEpochSeconds('1774745990')).toBe(1_774_745_990_000);
    expect(readEpochSeconds('1774745990.250')).toBe(1_774_745_990_250);
    expect(readEpochMs('1774745990000')).toBe(1_774_745_990_000);
    expect(reason(readEpochSeconds('2026-03-29'))).toContain('seconds since 1970');
    expect(reason(readEpochSeconds('999999999999'))).toContain('outside the years');
  });
});

describe('exact decimals', () => {
  it('are kept as written, and added without a float', () => {
    expect(readExact('+0.02800')).toBe('0.02800');
    expect(readExact('.5')).toBe('0.5');
    expect(readExact('-3')).toBe('-3');
    for (const text of ['', '.', '-', '1e5', '1,5', '0.0.1']) expect(reason(readExact(text))).toContain('decimal');
    expect(sumExact(['0.0304', '0.0312'])).toBe('0.0616');
    expect(sumExact(['0.1', '0.20'])).toBe('0.30');
    expect(sumExact(['-0.5', '0.25'])).toBe('-0.25');
    expect(sumExact(['0.00'])).toBe('0.00');
    expect(sumExact([])).toBeNull();
  });

  it('add up as whole numbers do', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const text = (value: number) => `${value < 0 ? '-' : ''}${(Math.abs(value) / 100).toFixed(2)}`;
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (values) => {
        const sum = values.reduce((all, value) => all + value, 0);
        expect(sumExact(values.map(text))).toBe(text(sum));
      }),
    );
  });
});

describe('a record', () => {
  const read = recordReader(
    { 'CALL ID': required(readText), 'TALK TIME': optional(readDuration), COST: detail(readExact) },
    { 'CALL ID': ['Session ID'] },
  );
  const valuesOf = (record: unknown) => {
    const result = read(record);
    return 'values' in result ? result.values : result.faults.map(({ column, value }) => [column, value]);
  };

  it('is read by its names in any capitals, order and punctuation', () => {
    const expected = { 'CALL ID': '7', 'TALK TIME': 46_000, COST: '0.0117' };
    expect(valuesOf({ COST: 0.0117, Talk_Time: ' 00:00:46 ', callId: 7, other: {} })).toEqual(expected);
    expect(valuesOf({ 'SESSION ID': '7', 'TALK TIME': '00:00:46', Cost: '0.0117' })).toEqual(expected);
  });

  it('says nothing where it has nothing to say', () => {
    for (const nothing of ['', '  ', null, undefined, '[None]', '-', 'N/A', 'null'])
      expect(valuesOf({ 'CALL ID': '7', 'TALK TIME': nothing, COST: 'free' })).toEqual({
        'CALL ID': '7',
        'TALK TIME': null,
        COST: null,
      });
  });

  it('tells all that is wrong with it, by its own names', () => {
    expect(valuesOf({ call_id: '', 'Talk Time': '46 s?' })).toEqual([
      ['call_id', null],
      ['Talk Time', '46 s?'],
    ]);
    expect(valuesOf({ 'TALK TIME': { seconds: 46 } })).toEqual([
      ['CALL ID', null],
      ['TALK TIME', null],
    ]);
    for (const value of [null, 7, 'call', [1]]) expect(valuesOf(value)).toEqual([[null, null]]);
  });

  it('knows a column that is empty from one that is missing', () => {
    const has = (record: unknown) => {
      const result = read(record);
      return 'has' in result && result.has('TALK TIME');
    };
    expect(has({ 'CALL ID': '7', 'TALK TIME': null })).toBe(true);
    expect(has({ 'CALL ID': '7' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isFault } from '../cells/fault.ts';
import { say, saying } from '../said.test-data.ts';
import { amountReader } from './amounts.ts';
import { durationReader } from './durations.ts';
import { monthNumber } from './month-names.ts';
import type { DurationUnit } from './schema.ts';
import { mappedStartReader, startFault } from './start.ts';

const fault = (text: string) => ({ fault: saying(text) });

describe('durations', () => {
  it.each<[DurationUnit, 'point' | 'comma', string, number]>([
    ['seconds', 'point', '61', 61_000],
    ['seconds', 'point', '1.005', 1_005],
    // Finer than a ms: half of one goes up.
    ['seconds', 'point', '12.3455', 12_346],
    ['seconds', 'point', '1,200.5', 1_200_500],
    ['seconds', 'comma', '1.200,5', 1_200_500],
    ['seconds', 'comma', '1 200,5', 1_200_500],
    ['seconds', 'comma', '1\u202f200,5', 1_200_500],
    ['seconds', 'point', "1'200.5", 1_200_500],
    ['seconds', 'point', '.5', 500],
    ['milliseconds', 'point', '61500', 61_500],
    ['milliseconds', 'point', '61500.4', 61_500],
    // 2.35 minutes are 141 s; 0.1 minutes have no exact binary fraction.
    ['minutes', 'point', '2.35', 141_000],
    ['minutes', 'comma', '0,1', 6_000],
    ['hh:mm:ss', 'point', '00:01:01', 61_000],
    ['hh:mm:ss', 'point', '1:00:00', 3_600_000],
    ['hh:mm:ss', 'point', '00:00:00.235', 235],
    ['hh:mm:ss', 'comma', '00:00:01,5', 1_500],
    ['hh:mm:ss', 'point', '0 days 00:03:20', 200_000],
    ['hh:mm:ss', 'point', '0d 00:03:20', 200_000],
    ['hh:mm:ss', 'point', '0.00:03:20.1234567', 200_123],
    ['hh:mm:ss', 'point', '24:00:00', 86_400_000],
    ['mm:ss', 'point', '3:05', 185_000],
    ['mm:ss', 'point', '75:12', 4_512_000],
    ['mm:ss', 'point', '1:15:12', 4_512_000],
    // 200 s are 0.002314814814... of a day.
    ['day_fraction', 'point', '0.0023148148', 200_000],
    ['day_fraction', 'comma', '0,0023148148', 200_000],
    ['day_fraction', 'point', '1.1574074074074073e-5', 1_000],
    ['day_fraction', 'point', '1', 86_400_000],
  ])('in %s (%s): %s', (unit, mark, text, ms) => expect(durationReader(unit, mark)(text)).toBe(ms));

  const units = ['seconds', 'milliseconds', 'minutes', 'hh:mm:ss', 'mm:ss', 'day_fraction'] as const;
  it.each(units)('in %s never take what is none for 0', (unit) => {
    for (const text of [
      '-',
      '--',
      'N/A',
      '[None]',
      'null',
      'NaN',
      'Infinity',
      '1e3',
      '0x10',
      '٣',
      ':',
      '.',
      ',',
      '1,5,0',
      'None',
      '1.2.3',
    ])
      expect(durationReader(unit, 'point')(text), text).toEqual(fault('is not a duration'));
  });

  it('say which of two marks they were read with', () => {
    expect(durationReader('seconds', 'point')('12,5')).toEqual(fault('is not a duration (in seconds)'));
    expect(durationReader('hh:mm:ss', 'point')('12:30')).toEqual(fault('is not a duration (hh:mm:ss)'));
    expect(durationReader('mm:ss', 'point')('12:60')).toEqual(fault('is not a duration (mm:ss)'));
  });

  it('are neither negative nor longer than a day', () => {
    expect(durationReader('seconds', 'point')('-3')).toEqual(fault('is negative'));
    expect(durationReader('hh:mm:ss', 'point')('-00:00:03')).toEqual(fault('is negative'));
    expect(durationReader('day_fraction', 'point')('-0.001')).toEqual(fault('is negative'));
    expect(durationReader('hh:mm:ss', 'point')('1 day 00:00:01')).toEqual(fault('longer than 24 hours'));
    expect(durationReader('minutes', 'point')('1441')).toEqual(fault('longer than 24 hours'));
  });
});

describe('amounts', () => {
  it.each([
    ['point', '1,234.50', 1_234_500_000n],
    ['comma', '1.234,50', 1_234_500_000n],
    ['comma', '€ 1.234,50', 1_234_500_000n],
    ['comma', '1 234,50 €', 1_234_500_000n],
    ['point', '-$5.00', -5_000_000n],
    ['point', '$-5.00', -5_000_000n],
    ['point', '($5.00)', -5_000_000n],
    ['point', '5.00-', -5_000_000n],
    ['point', '+0.1', 100_000n],
    ['point', '0', 0n],
  ] as const)('with a decimal %s: %s', (mark, text, micros) => expect(amountReader(mark)(text)).toBe(micros));

  it.each(['', '-', 'N/A', '12 EUR', '1.5', '0,0000001', '1234567890123', '--5', '(-5-)'])(
    'with a comma refuse %j',
    (text) => expect(amountReader('comma')(text)).toEqual(fault('after a comma')),
  );
});

const start = (format: string, text: string, zone: string | null = 'Europe/Rome', firstYear?: number) => {
  const read = mappedStartReader({ format, firstYear }, zone)(text);
  return isFault(read) ? say(read.fault) : `${new Date(read.ms).toISOString()}${read.repeated ? ' repeated' : ''}`;
};

describe('dates', () => {
  it.each([
    ['dd/MM/yyyy HH:mm:ss', '02/03/2026 09:15:00', '2026-03-02T08:15:00.000Z'],
    ['MM/dd/yyyy h:mm a', '03/02/2026 9:15 PM', '2026-03-02T20:15:00.000Z'],
    ['MM/dd/yyyy h:mm a', '03/02/2026 12:05\u202fa.m.', '2026-03-01T23:05:00.000Z'],
    ['d.M.yy H:mm', '2.3.26 9:15', '2026-03-02T08:15:00.000Z'],
    ['yyMMdd H:mm:ss', '990201 7:02:47', '1999-02-01T06:02:47.000Z'],
    ['yyyyMMddHHmmss', '20260302091500', '2026-03-02T08:15:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-02T09:15:00.123456+02:00', '2026-03-02T07:15:00.123Z'],
    ['yyyy-MM-ddTHH:mm:ssX', '2026-03-02T09:15:00Z', '2026-03-02T09:15:00.000Z'],
    ['EEE, dd MMM yyyy HH:mm:ss xx', 'Mon, 02 Mar 2026 09:15:00 -0330', '2026-03-02T12:45:00.000Z'],
    ['EEE, d MMM yyyy HH:mm:ss z', 'Mon, 2 Mar 2026 09:15:00 GMT', '2026-03-02T09:15:00.000Z'],
    ['EEEE d MMMM yyyy', 'segunda-feira 2 março 2026', '2026-03-01T23:00:00.000Z'],
    ["d 'de' MMMM 'de' yyyy", '2 de Março de 2026', '2026-03-01T23:00:00.000Z'],
    ['d. MMMM yyyy, HH:mm', '2. März 2026, 09:15', '2026-03-02T08:15:00.000Z'],
    ['d MMM yyyy', '15 févr. 2026', '2026-02-14T23:00:00.000Z'],
    ['dd-MMM-yy', '02-GEN-26', '2026-01-01T23:00:00.000Z'],
    ["HH:mm 'o''clock' dd.MM.yyyy", "09:15 o'clock 02.03.2026", '2026-03-02T08:15:00.000Z'],
    ['iso', '2026-03-02T09:15:00-05:00', '2026-03-02T14:15:00.000Z'],
    ['epoch_s', '1774745990', '2026-03-29T00:59:50.000Z'],
    ['epoch_s', '1774745990.25', '2026-03-29T00:59:50.250Z'],
    ['epoch_ms', '1774745990250', '2026-03-29T00:59:50.250Z'],
    // 46083 days after 1899-12-30 are 2026-03-02; 0.385416... of a day is 09:15.
    ['excel', '46083.38541666666', '2026-03-02T08:15:00.000Z'],
    ['excel', '46083', '2026-03-01T23:00:00.000Z'],
  ])('as %s: %s', (format, text, iso) => expect(start(format, text)).toBe(iso));

  it('know the months in six languages', () => {
    const said = [
      'gennaio',
      'fevereiro',
      'MÄRZ',
      'Avr.',
      'mayo',
      'Juin',
      'luglio',
      'Août',
      'Sept',
      'Okt',
      'novembre',
      'Dez.',
    ];
    expect(said.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(['constructor', 'lunes', ''].map(monthNumber)).toEqual([null, null, null]);
  });

  it.each([
    ['dd/MM/yyyy', '2/3/2026', 'is not a date written as dd/MM/yyyy'],
    ['dd/MM/yyyy', '03/14/2026', 'has no such month (14)'],
    ['dd/MM/yyyy', '31/02/2026', 'there is no 31 February 2026'],
    ['d MMM yyyy', '2 fob 2026', 'is not a date written as'],
    ['dd/MM/yyyy HH:mm', '02/03/2026 24:00', 'no such time of day'],
    ['dd/MM/yyyy h:mm a', '02/03/2026 13:00 PM', 'no such time of day'],
    ['dd/MM/yyyy', '02/03/1969', 'outside the years'],
    ['dd/MM/yyyy HH:mm', '29/03/2026 02:30', 'clocks went forward'],
    ['epoch_s', '1774745990250', 'outside the years'],
    ['epoch_ms', 'N/A', 'is not a date written as epoch_ms'],
    ['excel', '-5', 'outside the years'],
  ])('as %s refuse %s: %s', (format, text, reason) => expect(start(format, text)).toContain(reason));

  it('of an hour that a clock change shows twice are the first, and need a zone', () => {
    expect(start('dd/MM/yyyy HH:mm', '25/10/2026 02:30')).toBe('2026-10-25T00:30:00.000Z repeated');
    expect(start('dd/MM/yyyy HH:mm', '25/10/2026 02:30', null)).toContain('no time zone is declared');
    expect(start('dd/MM/yyyy HH:mm xx', '25/10/2026 02:30 +0000', null)).toBe('2026-10-25T02:30:00.000Z');
  });

  it.each([
    ['dd/MM', undefined, 'has no year'],
    ['dd/MM/yyyy', 2026, 'has the year'],
    ['iso', 2026, 'have their year'],
    ['yyyy-MM', undefined, 'has no day'],
    ['dd/MM/yyyy HH:mm:ss:SS', undefined, '"SS" means nothing'],
    ['dd/MM/yyyy hh:mm', undefined, '"a"'],
    ['dd/MM/yyyy HH:mm a', undefined, '"a"'],
    ['dd/MM/yyyy HH:ss', undefined, 'the second without the minute'],
    ['dd/MM/MM yyyy', undefined, 'names the month twice'],
    ['DD/MM/YYYY', undefined, '"DD" means nothing'],
    ['dM yyyy', undefined, 'digits'],
    ["yyyy-MM-dd'", undefined, 'means nothing'],
  ])('in a format like %s are refused: %s', (format, firstYear, reason) =>
    expect(startFault({ format, firstYear })).toContain(reason),
  );
});

describe('dates without a year', () => {
  function years(...dates: string[]) {
    const read = mappedStartReader({ format: 'd MMM', firstYear: 2008 }, 'UTC');
    return dates.map((text) => {
      const found = read(text);
      return isFault(found) ? say(found.fault).slice(0, 40) : new Date(found.ms).toISOString().slice(0, 10);
    });
  }

  it('go on to the next one where the months fall back', () => {
    expect(years('5 may', '4 may', '20 oct', '30 dec', '2 jan', '29 mar', '2 aug', '5 jan')).toEqual([
      '2008-05-05',
      '2008-05-04',
      '2008-10-20',
      '2008-12-30',
      '2009-01-02',
      '2009-03-29',
      '2009-08-02',
      '2010-01-05',
    ]);
  });

  it('take a row that was written late for what it is, and refuse what is out of order', () => {
    expect(years('30 dec', '2 jan', '31 dec', '3 jan')).toEqual([
      '2008-12-30',
      '2009-01-02',
      '2008-12-31',
      '2009-01-03',
    ]);
    expect(years('10 jun', '8 apr', '11 jun')).toEqual([
      '2008-06-10',
      'has no year, and is out of order: more t',
      '2008-06-11',
    ]);
    expect(years('10 jan', '29 feb', '30 feb', '1 mar')).toEqual([
      '2008-01-10',
      '2008-02-29',
      'does not exist: there is no 30 February ',
      '2008-03-01',
    ]);
  });
});

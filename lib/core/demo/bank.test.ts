import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseBank, type RealCall } from './bank.ts';

const header = '"age";"contact";"day";"month";"duration";"y"';

describe('parseBank', () => {
  it('starts a new year where the month falls back, and takes columns by name', () => {
    const text = [
      header,
      '58;"unknown";5;"may";261;"no"',
      '44;"cellular";30;"dec";0;"yes"',
      '33;"telephone";2;"jan";76;"no"',
      '',
    ];
    expect(parseBank(text.join('\n'))).toEqual([
      { row: 1, day: '2008-05-05', year: 2008, contact: 'unknown', seconds: 261, sale: false },
      { row: 2, day: '2008-12-30', year: 2008, contact: 'cellular', seconds: 0, sale: true },
      { row: 3, day: '2009-01-02', year: 2009, contact: 'telephone', seconds: 76, sale: false },
    ]);
  });

  it('reads CR LF line ends', () => {
    expect(parseBank(`${header}\r\n58;"unknown";5;"may";261;"no"\r\n`)).toHaveLength(1);
  });

  it.each([
    ['a month that is none', '58;"unknown";5;"mai";261;"no"'],
    ['an empty duration', '58;"unknown";5;"may";;"no"'],
    ['a negative duration', '58;"unknown";5;"may";-1;"no"'],
  ])('names the row with %s', (_, line) => {
    expect(() => parseBank(`${header}\n58;"unknown";5;"may";1;"no"\n${line}`)).toThrow('data row 2');
  });

  it('names the columns that a foreign file lacks', () => {
    expect(() => parseBank('call_id,talk_s\n1,2')).toThrow('no column contact, day, month, duration, y');
  });
});

// Published facts of the file, counted independently of this code (by month: the data set's own documentation).
describe('the shipped file', () => {
  const path = new URL('../../../samples/uci-bank-marketing/bank-full.csv.gz', import.meta.url);
  const calls = parseBank(gunzipSync(readFileSync(path)).toString('latin1'));
  const seconds = (list: readonly RealCall[]) => list.reduce((sum, call) => sum + call.seconds, 0);
  const sales = (list: readonly RealCall[]) => list.filter((call) => call.sale).length;

  it('has 45,211 calls of 11,671,811 seconds and 5,289 sales', () => {
    expect([calls.length, seconds(calls), sales(calls)]).toEqual([45_211, 11_671_811, 5_289]);
  });

  it.each([
    [2008, 27_729, 6_993_075, 1_401],
    [2009, 14_862, 3_908_177, 2_536],
    [2010, 2_620, 770_559, 1_352],
  ])('derives the year %i', (year, count, total, sold) => {
    const ofYear = calls.filter((call) => call.year === year);
    expect([ofYear.length, seconds(ofYear), sales(ofYear)]).toEqual([count, total, sold]);
  });

  it('runs from 2008-05-05 to 2010-11-17 in order, on 561 days', () => {
    const days = calls.map((call) => call.day);
    expect([days[0], days.at(-1), new Set(days).size]).toEqual(['2008-05-05', '2010-11-17', 561]);
    expect(days).toEqual([...days].sort());
  });
});

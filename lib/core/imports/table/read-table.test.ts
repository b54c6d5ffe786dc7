import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../cells/day.ts';
import { decimalReader } from '../cells/decimal.ts';
import { readText } from '../cells/text.ts';
import { say, saying } from '../said.test-data.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { readRecord } from './read-record.ts';
import { MOST_ROWS, readTable } from './read-table.ts';
import { needed, optional, type TableSpec } from './spec.ts';

type Cells = { date: string; note: string | null; least: string; most: string };
type Row = { date: string; note: string | null; spread: string };

const number = decimalReader({ most: 100, decimals: 2 });
/** The range of a day's temperatures, say: `most` may be left out, and is then 100. */
const spec: TableSpec<Cells, Row> = {
  columns: { date: needed(readDay), note: optional(readText), least: needed(number), most: optional(number, '100') },
  toRow: ({ date, note, least, most }) =>
    Number(least) > Number(most)
      ? { column: 'least', fault: { key: 'rejects.above', values: { most } } }
      : { date, note, spread: `${least}-${most}` },
  key: ({ date }) => date,
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) =>
  readTable(typeof text === 'string' ? utf8(text) : text, spec, { fileName: 'ranges.csv' });
const three = { date: '2026-03-01', note: 'first, cold', spread: '1-2.5' };

describe('readTable', () => {
  it.each([
    ['commas, CRLF', 'date,note,least,most\r\n2026-03-01,"first, cold",1,2.50\r\n'],
    ['semicolons', 'date;note;least;most\n2026-03-01;first, cold;1;2.5'],
    ['tabs, another order, capitals', 'Most\tLEAST\t note \tDate\n2.5\t1\tfirst, cold\t2026-03-01\n'],
    ['a byte order mark', '\uFEFFdate,note,least,most\n2026-03-01,"first, cold",1,2.5\n'],
    ['lone CR, empty rows', '\rdate,note,least,most\r\r2026-03-01,"first, cold",1,2.5\r,,,\r'],
  ])('reads %s', async (_, text) => {
    expect(await read(text)).toEqual({ rows: [three], rejects: [], count: 1, ignoredColumns: [], encoding: 'utf-8' });
  });

  it('reads gzip, UTF-16 and windows-1252', async () => {
    const text = 'date,note,least,most\n2026-03-01,"perché",1,2.5\n';
    const row = { ...three, note: 'perché' };
    expect((await read(gzipSync(utf8(text)))).rows).toEqual([row]);
    const wide = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await read(wide)).toMatchObject({ rows: [row], encoding: 'utf-16le' });
    const narrow = Uint8Array.from(Buffer.from(text, 'latin1'));
    expect(await read(narrow)).toMatchObject({ rows: [row], encoding: 'windows-1252' });
  });

  it('takes what may be left out as unknown, or as what was said', async () => {
    expect((await read('date,least\n2026-03-01,1')).rows).toEqual([{ ...three, note: null, spread: '1-100' }]);
    expect((await read('date,least,most,note\n2026-03-01,1,,')).rows).toEqual([
      { ...three, note: null, spread: '1-100' },
    ]);
  });

  it('names the columns that it does not use', async () => {
    const { ignoredColumns } = await read('date,least,Mos,colour\n2026-03-01,1,2,red');
    expect(ignoredColumns).toEqual([
      { column: 'Mos', similarTo: null },
      { column: 'colour', similarTo: null },
    ]);
    expect((await read('date,least,notes\n2026-03-01,1,x')).ignoredColumns).toEqual([
      { column: 'notes', similarTo: 'note' },
    ]);
  });

  it('tells every fault of every row with its row, column, value and reason', async () => {
    const { rows, rejects, count } = await read(
      [
        'date,note,least,most', // 1
        '2026-02-29,x,-1,"1,5"', // 2: three faults
        '2026-03-01,,1,2', // 3
        '', // 4
        ',,1', // 5
        ',,1,2', // 6
        '2026-03-02,,5,4', // 7
        '2026-03-01,,3,4', // 8: row 3 again
        '2026-03-03,,100.01,1.005', // 9
      ].join('\n'),
    );
    expect(rejects.map(({ row, column, value, reason }) => [row, column, value, say(reason)])).toEqual([
      [2, 'date', '2026-02-29', 'does not exist: there is no 29 February 2026'],
      [2, 'least', '-1', 'is negative'],
      [2, 'most', '1,5', 'has a comma: decimals come after a point, and thousands are not set apart'],
      [5, null, null, 'has 3 cells where the header has 4'],
      [6, 'date', null, 'is empty'],
      [7, 'least', '5', 'is more than 4'],
      [8, null, null, 'is of the same as row 3: leave one of them out'],
      [9, 'least', '100.01', 'is more than 100'],
      [9, 'most', '1.005', 'is not a number (digits, and at most 2 decimals after a point)'],
    ]);
    expect(rows).toEqual([{ date: '2026-03-01', note: null, spread: '1-2' }]);
    expect(count).toBe(7);
  });

  it.each([
    ['', { row: null, column: null }, 'it has no header'],
    ['date,note\n2026-03-01,x', { row: 1, column: 'least' }, 'the header lacks least; it has "date", "note"'],
    ['\ndate,least,Date\n', { row: 2, column: 'date' }, 'names this column twice'],
    ['date,least\n2026-03-01,"1\n', { row: 2, column: null }, 'never closed'],
    ['PK\u0003\u0004', { row: null, column: null }, 'Excel workbook'],
    ['d\0a\0t\0e\0,\0', { row: 1, column: null }, 'NUL bytes'],
  ])('refuses %j, which is no such table', async (text, place, reason) => {
    const error = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect(error).toMatchObject({ file: 'ranges.csv', ...place });
    expect((error as UnusableFileError).reason).toEqual(saying(reason));
  });

  it('stops at more rows than such a file has, be they only rejects', async () => {
    const rows = `date,least\n${'x\n'.repeat(MOST_ROWS)}`;
    expect((await read(rows)).rejects).toHaveLength(MOST_ROWS);
    const error = await read(`${rows}x\n`).catch((thrown: unknown) => thrown);
    expect(say((error as UnusableFileError).reason)).toBe('the file has more than 100000 rows: split it');
  });
});

describe('readRecord', () => {
  it('reads a form as the file reader reads a row', async () => {
    const cell = fc.oneof(
      fc.constantFrom('2026-03-01', '2026-02-29', '', '1', '5', '101', '-1', '1,5', '2.345'),
      fc.string({ maxLength: 5 }).map((text) => text.replace(/[",;\t\r\n\0\uFEFF]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(cell, cell, cell, cell, async (date, note, least, most) => {
        const row = [date, note, least, most];
        fc.pre(row.some((text) => text.trim() !== ''));
        const { rows, rejects } = await read(`date,note,least,most\n${row.map((text) => `"${text}"`).join(',')}\n`);
        const result = readRecord({ date, note, least, most }, spec);
        expect('row' in result ? [result.row] : []).toEqual(rows);
        expect('faults' in result ? result.faults.map((fault) => ({ row: 2, ...fault })) : []).toEqual(rejects);
      }),
    );
  });

  it('takes no note of fields that are no columns', () => {
    expect(readRecord({ date: '2026-03-01', least: ' 1 ', token: 'x', note: 'a\nb' }, spec)).toEqual({
      row: { date: '2026-03-01', note: 'a b', spread: '1-100' },
    });
  });
});

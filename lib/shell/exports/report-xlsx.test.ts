import fc from 'fast-check';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Table } from '#reports';
import { charges, chart, now, report, say } from './report.fixture.ts';
import { reportCsv } from './report-csv.ts';
import { reportXlsx } from './report-xlsx.ts';

const read = async (sections = report.sections) =>
  (await readXlsx(await reportXlsx({ ...report, sections }, say, { now }), { readStyles: true })).sheets;

/** The sheet of the one table of a report. */
async function sheetOf(table: Table): Promise<Sheet> {
  const [, sheet] = await read([table]);
  return sheet!;
}

/** A cell as the CSV would write it: exact text, ISO dates, nothing where nothing is known. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return value == null ? '' : String(value);
}

describe('a report as a workbook', () => {
  it('has a sheet that says what it is, and one for each table, chart and picture', async () => {
    const [cover, ...sheets] = await read();
    expect(cover?.name).toBe('Report');
    expect(sheets.map(({ name }) => name)).toEqual([
      'Charges',
      'Cost and revenue per call, by…',
      "The price between the vendor's…",
      'Handle time by its parts',
    ]);
    expect(cover?.rows.map((row) => row.filter((value) => value !== null))).toEqual([
      ['Müller & Söhne'],
      [],
      ['Period', '1 Jul – 30 Sep 2026'],
      ['Currency', 'EUR'],
      ['Made', now],
      [],
      ['In short', "1 of 2 vendors' price models fails."],
      [],
      ['What these figures leave out or assume', say({ key: 'notes.interval' })],
      [],
      ['Sheets', 'Charges'],
      ['Cost and revenue per call, by…'],
      ["The price between the vendor's…"],
      ['Handle time by its parts'],
      [],
      ['Charges', say({ key: 'books.note' })],
      [],
      ["The price between the vendor's floor and the client's ceiling", say({ key: 'zoneMeanings.broken' })],
    ]);
  });

  it('stores numbers as numbers, days as dates and exact sums to the last cent', async () => {
    const { rows } = await sheetOf(charges);
    expect(rows[1]).toEqual([
      '=1+1 Müller & Söhne, Iași',
      // 18 digits: the nearest number that a spreadsheet can hold is 1,234,567,890,123,456.75.
      '1234567890123456.78',
      21344.5,
      3.605,
      -0.444912,
      -0.6,
      null,
      431.62,
      8.1,
      'Not enough evidence',
      new Date('2026-03-14T00:00:00Z'),
      new Date('2026-09-30T22:15:07Z'),
      'Calls take 432 s; 300 s was planned when the price was agreed.',
    ]);
    expect(rows[2]?.slice(0, 5)).toEqual(['#N/A', -41200.4, 7, 12.5, 1.05]);
    expect(rows[3]?.slice(0, 2)).toEqual(['Total', '1234567890082256.38']);
  });

  it('shows numbers as the page does', async () => {
    const { cells } = await sheetOf(charges);
    const formats = [2, 3, 4, 7, 8].map((column) => cells?.get(`1,${column}`)?.style?.numFmt);
    expect(formats).toEqual(['#,##0.0', '#,##0.000', '+#,##0.00;-#,##0.00;#,##0.00', '#,##0', '#,##0.0']);
    expect(cells?.get('2,1')?.style?.numFmt).toBe('#,##0.00');
    expect(cells?.get('2,3')?.style?.numFmt).toBe('#,##0.0"%"');
  });

  it('keeps the head in sight and holds no formula', async () => {
    const sheet = await sheetOf(charges);
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.autoFilter?.range).toBe('A1:M3');
    expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(sheet.cells?.get('2,0')?.type).not.toBe('error');
  });

  it('has the points of a chart, with gaps where nothing is known', async () => {
    const [, sheet] = await read([chart]);
    expect(sheet?.rows[0]).toEqual([
      'Week from',
      'Cost per call (EUR)',
      'Revenue per call (EUR)',
      'Revenue per call, lower end (EUR)',
      'Revenue per call, upper end (EUR)',
      'Handled calls',
    ]);
    expect(sheet?.rows.slice(1)).toEqual([
      [new Date('2026-07-06'), 3.6, 4.25, null, null, 1000],
      [new Date('2026-07-13'), 3.7, 3.75, 3.1, 4.4, 1000],
      [new Date('2026-07-20'), null, null, null, null, 0],
      [new Date('2026-07-27'), 3.9, 2.75, null, null, 1000],
    ]);
  });

  it('has the figures of the CSV, field by field', async () => {
    const csv = reportCsv({ ...report, sections: [charges] }, say, { bom: false });
    const lines = Papa.parse<string[]>(csv.trimEnd(), { newline: '\r\n' }).data;
    const { rows } = await sheetOf(charges);
    expect(rows).toHaveLength(lines.length);
    for (const [at, line] of lines.entries())
      for (const [column, field] of line.entries()) {
        const own = rows[at]?.[column] ?? null;
        if (typeof own === 'number') expect(own).toBe(Number(field));
        else if (own instanceof Date) expect(own).toEqual(new Date(field));
        else if (field !== 'failing' && field !== 'not_enough_evidence')
          expect(asText(own)).toBe(field.replace(/^'/, ''));
      }
  });

  it('gives every text back as it was', { timeout: 60_000 }, async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('=1+1', '+39 06', '@x', '#REF!', '_x0041_', '\t=1', 'a\r\nb', '  spaced  ', '\u0000', ']]>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = texts.map((own, id) => ({ id: `${id}`, cells: { vendor: { kind: 'text', text: own } as const } }));
        const { total: _, ...open } = charges;
        const sheet = await sheetOf({ ...open, columns: charges.columns.slice(0, 1), rows });
        const found = texts.map((_own, at) => asText(sheet.rows[at + 1]?.[0]));
        expect(found).toEqual(texts.map((own) => own.replace(/[\uFFFE\uFFFF]/g, '\uFFFD')));
        expect([...(sheet.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each sheet a name of its own that a spreadsheet takes', async () => {
    const titled = (vendor: string): Table => ({
      ...charges,
      title: { key: 'vendor.title', values: { vendor: { kind: 'text', text: vendor } } },
    });
    const sheets = await read(['a/b: [c]?*\\d', "'quoted'", 'Report', 'x'.repeat(40), 'X'.repeat(40), ''].map(titled));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Report',
      'a b c d',
      'quoted',
      'Report (2)',
      `${'x'.repeat(30)}…`,
      `${'X'.repeat(26)}… (2)`,
      'Sheet',
    ]);
  });
});

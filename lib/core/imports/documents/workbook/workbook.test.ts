import fc from 'fast-check';
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readCallLog } from '../../read-call-log.ts';
import { saying } from '../../said.test-data.ts';
import { readAll, sampleOptions } from '../../samples.test-data.ts';
import { fileOfBytes } from '../../source-file.ts';
import { type Unusable, UnusableFileError } from '../../unusable-file-error.ts';
import { openArchive } from '../zip/archive.ts';
import { zipOf } from '../zip/write-zip.test-data.ts';
import { openWorkbook } from './open-workbook.ts';

const unusable: Unusable = (reason, place) => new UnusableFileError('calls.xlsx', reason, place);

async function sheetsOf(bytes: Uint8Array) {
  const members = await openArchive(fileOfBytes('calls.xlsx', bytes), { bytes: 0 }, unusable);
  return openWorkbook(members, unusable);
}

async function contentOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The rows of a workbook's first sheet, by number. */
async function rowsOf(bytes: Uint8Array): Promise<Record<number, string[]>> {
  const [sheet] = await sheetsOf(bytes);
  const rows: Record<number, string[]> = {};
  for await (const block of sheet!.rows())
    for (const [index, cells] of block.rows.entries()) rows[block.first + index] = cells;
  return rows;
}

/** A workbook with a sheet as it is written, styles and texts beside it. */
function workbook(sheetData: string, { styles = '', strings = '', book = '' } = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${main}/${type}" Target="${target}"/>`;
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook>${book}<sheets><sheet name="Calls" sheetId="7" r:id="r9"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation('r9', 'worksheet', 'worksheets/data.xml')}${relation('r8', 'styles', 'styles.xml')}${relation('r7', 'sharedStrings', '../xl/./texts.xml')}</Relationships>`,
    },
    { name: 'xl/worksheets/data.xml', content: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` },
    { name: 'xl/texts.xml', content: `<sst>${strings}</sst>` },
  ]);
}

/** One number in a cell of that format. */
async function shown(value: string, formatCode: string, book = ''): Promise<string | undefined> {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="${formatCode}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>`;
  return (await rowsOf(workbook(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, { styles, book })))[1]?.[0];
}

const header = ['call_id', 'started_at', 'talk_s'];
const sheet = (name: string, rows: CellValue[][], more: Partial<WriteSheet> = {}): WriteSheet => ({
  name,
  rows,
  ...more,
});
const read = async (...sheets: WriteSheet[]) => readAll([fileOfBytes('calls.xlsx', await writeXlsx({ sheets }))]);

describe('a workbook', () => {
  it('is read as the library that wrote it reads it', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '<', '&', '"', '>', ' ', '\n', '_x000D_', '😀'),
      minLength: 1,
    });
    const value = fc.oneof(fc.constant(null), text, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 8 }),
        fc.boolean(),
        async (rows, inline) => {
          const bytes = await writeXlsx({ sheets: [sheet('A', rows)], stringMode: inline ? 'inline' : 'shared' });
          const own = await rowsOf(bytes);
          const { sheets } = await readXlsx(bytes);
          for (const [index, cells] of (sheets[0]?.rows ?? []).entries())
            for (const [column, cell] of cells.entries()) {
              const found = own[index + 1]?.[column] ?? '';
              expect(typeof cell === 'number' ? Number(found) : found).toEqual(
                typeof cell === 'number' ? cell : String(cell ?? ''),
              );
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives calls with rows as the sheet numbers them', async () => {
    const { calls, rejects, file } = await read(
      sheet('Calls', [
        [],
        [...header, 'answered', 'revenue', 'wrap_s'],
        ['a', new Date(Date.UTC(2026, 2, 2, 9, 15, 0, 250)), 60.5, true, 49.9, null],
        [],
        ['b', '2026-03-02T09:16:00Z', '61', false, null, 3],
        ['c', '2026-03-02T09:17:00Z', 'x', false, null, 3],
      ]),
    );
    expect(
      calls.map(({ row, call }) => [row, call.callId, call.talkMs, call.answered, call.revenue, call.wrapMs]),
    ).toEqual([
      [3, 'a', 60_500, true, 49_900_000n, null],
      [5, 'b', 61_000, false, null, 3_000],
    ]);
    // A date of a workbook has no zone: it is local to the import's, Rome.
    expect(new Date(calls[0]?.call.startedAt ?? 0).toISOString()).toBe('2026-03-02T08:15:00.250Z');
    expect(rejects.map(({ row, column, value }) => [row, column, value])).toEqual([[6, 'talk_s', 'x']]);
    expect([file.name, file.encoding, file.header?.length]).toEqual(['calls.xlsx', null, 6]);
  });

  it('passes over sheets that are no logs beside one that is, and names them', async () => {
    const log = (id: string) => [header, [id, '2026-03-02', 5]];
    const sheets = [
      sheet('Summary', [['March'], ['Calls', 2]]),
      sheet('Empty', []),
      sheet('Old', log('x'), { hidden: true }),
      sheet('North', log('a')),
      sheet('South', log('b')),
    ];
    const told: unknown[] = [];
    const file = fileOfBytes('calls.xlsx', await writeXlsx({ sheets }));
    for await (const { calls, file: of } of readCallLog([file], sampleOptions))
      for (const { call } of calls) told.push([call.callId, of.file, of.name, of.passedOver]);
    expect(told).toEqual([
      ['a', 1, 'calls.xlsx/North', ['Summary']],
      ['b', 2, 'calls.xlsx/South', []],
    ]);
  });

  it('is refused with the first sheet\u2019s fault where none is a log, or none has anything in it', async () => {
    await expect(read(sheet('Summary', [['March']]), sheet('More', [['x']]))).rejects.toMatchObject({
      column: 'call_id',
      reason: saying('it has "March"'),
    });
    await expect(read(sheet('Summary', []))).rejects.toMatchObject({ reason: saying('no sheet') });
  });

  it('is as wide as its header: empty cells at the end of a row are not stored, more cells are a fault', async () => {
    const { calls, rejects } = await read(
      sheet('A', [
        [...header, 'hold_s'],
        ['a', '2026-03-02', 5],
        ['b', '2026-03-02', 5, 1, 'and more'],
      ]),
    );
    expect(calls.map(({ call }) => call.callId)).toEqual(['a']);
    expect(rejects).toEqual([
      expect.objectContaining({ row: 3, reason: saying('has 5 cells where the header has 4') }),
    ]);
  });
});

describe('a cell', () => {
  it.each([
    ['46083', 'yyyy-mm-dd', '2026-03-02'],
    ['46083', 'dd/mm/yyyy;@', '2026-03-02'],
    ['46083.385416666664', '[$-409]m/d/yy h:mm AM/PM;@', '2026-03-02 09:15:00'],
    ['46083.3854166667', 'd\\.m\\.yyyy', '2026-03-02 09:15:00'],
    ['46083', 'yyyy\\-mm\\-dd\\ hh:mm:ss', '2026-03-02 00:00:00'],
    ['46083.9999999999', 'yyyy-mm-dd hh:mm:ss', '2026-03-03 00:00:00'],
    ['0.0017361111111111112', 'mm:ss', '00:02:30'],
    ['0.0017364583333333', 'mm:ss.0', '00:02:30.030'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['0.5', '[Red]0.00', '0.5'],
    ['46083', '0.00&quot; days&quot;', '46083'],
    ['46083', 'General', '46083'],
    ['46083', '#,##0.00\\ _€', '46083'],
    ['0.25', '0.00%', '0.25'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['59', 'yyyy-mm-dd', '1900-02-28'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['1E-7', 'General', '0.0000001'],
    ['1.2345678901234567E+21', 'General', '1234567890123456800000'],
    ['49.900000000000006', '0.00', '49.900000000000006'],
  ])('that holds %s as %s is %s', async (value, format, expected) => {
    expect(await shown(value, format)).toBe(expected);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await shown('44621', 'yyyy-mm-dd', '<workbookPr date1904="1"/>')).toBe('2026-03-02');
  });

  it('is read by its type, prefixes, formulas, runs, pronunciations and entities aside', async () => {
    const strings =
      '<si><t>one</t></si><si><r><rPr><b/></rPr><t>tw</t></r><r><t xml:space="preserve">o </t></r><rPh sb="0"><t>zwei</t></rPh></si><si><t>a&lt;b&#x20ac;&#33;_x000A_<![CDATA[<c>]]></t></si>';
    const cells = `<x:c r="A1" t="s"><x:v>0</x:v></x:c><c r="B1" t="s"><v>1</v></c><c r='C1' t='s'><v>2</v></c>
      <c r="D1" t="str"><f>A1&amp;"&gt;"</f><v>one</v></c><c r="E1" t="inlineStr"><is><t>in</t><rPh><t>x</t></rPh></is></c>
      <c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="d"><v>2026-03-02T09:15:00</v></c><c t="s"><v>99</v></c><c><v>7</v></c>`;
    const rows = await rowsOf(
      workbook(`<!-- > --><x:row r="1" spans="1:9">${cells}</x:row><row/><row><c><v>3</v></c></row>`, { strings }),
    );
    expect(rows[1]).toEqual(['one', 'two ', 'a<b€!\n<c>', 'one', 'in', 'true', '#N/A', '2026-03-02T09:15:00', '', '7']);
    expect(rows[3]?.[0]).toBe('3');
  });
});

describe('a damaged workbook', () => {
  it.each([
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a row without number', '<row r="x"/>'],
    ['more rows than there are', '<row r="1048577"/>'],
    ['a cell without place', '<row><c r="?"><v>1</v></c></row>'],
    ['a tag without end', '<row r="1"><c'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"/>'],
  ])('is refused for %s', async (_, data) => {
    await expect(rowsOf(workbook(data))).rejects.toMatchObject({ reason: saying('workbook is damaged') });
  });

  it('is refused for more columns than a log has', async () => {
    await expect(rowsOf(workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).rejects.toMatchObject({
      reason: saying('more than 2000 columns'),
    });
  });

  it('is refused for a text without end, before it is gathered', async () => {
    const strings = `<si><t>${'<!---->x'.repeat(1_100_000)}</t></si>`;
    await expect(rowsOf(workbook('', { strings }))).rejects.toMatchObject({ reason: saying('too large') });
  });

  it('changed anywhere is read or refused, and never anything else', async () => {
    const whole = await writeXlsx({ sheets: [sheet('A', [header, ['a', new Date(0), 5], ['b', 'x', 6]])] });
    const members = await openArchive(fileOfBytes('calls.xlsx', whole), { bytes: 0 }, unusable);
    const contents = await Promise.all(
      members.map(async ({ name, bytes }) => ({
        name,
        content: await contentOf(bytes(unusable)),
      })),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.string({ maxLength: 8 }), fc.nat(8), async (which, at, put, less) => {
        const changed = contents.map(({ name, content }, index) => {
          if (index !== which % contents.length) return { name, content };
          const place = at % content.length;
          return {
            name,
            content: Buffer.concat([content.subarray(0, place), Buffer.from(put), content.subarray(place + less)]),
          };
        });
        try {
          const { rows, calls, rejected } = await readAll([fileOfBytes('calls.xlsx', zipOf(changed))]);
          expect(calls.length + rejected).toBe(rows);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableFileError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

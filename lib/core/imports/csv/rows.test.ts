import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../bytes/text-blocks.ts';
import { saying } from '../said.test-data.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import { csvRows, LONGEST_ROW } from './rows.ts';

const unusable: Unusable = (reason, place) => new UnusableFileError('calls.csv', reason, place);

async function* blocks(texts: readonly string[]): AsyncGenerator<TextBlock> {
  for (const text of texts) yield { text, encoding: 'utf-8' };
}

async function rowsOf(...texts: string[]): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const block of csvRows(blocks(texts), unusable)) {
    expect(block.first).toBe(rows.length + 1);
    rows.push(...block.rows);
  }
  return rows;
}

/** Every way to cut the text in two. */
function cuts(text: string): [string, string][] {
  return Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), text.slice(at)]);
}

describe('csvRows', () => {
  it('reads quotes, doubled quotes, and delimiters and line ends within quotes', async () => {
    expect(await rowsOf('id,note\n1,"a, ""b"""\n2,"two\nlines"\n3,"two\r\nlines"\n4,\n')).toEqual([
      ['id', 'note'],
      ['1', 'a, "b"'],
      ['2', 'two\nlines'],
      ['3', 'two\r\nlines'],
      ['4', ''],
    ]);
  });

  it('keeps a quote that stands within an unquoted cell', async () => {
    expect(await rowsOf('id,note\n1,19" screen\n')).toEqual([
      ['id', 'note'],
      ['1', '19" screen'],
    ]);
  });

  it('reads the same rows wherever the text is cut', async () => {
    const text = 'id;note\n1;"a; ""b"""\n\n2;"zwei\nZeilen"\n3;ü\n4;"x"';
    const whole = await rowsOf(text);
    expect(whole).toHaveLength(6);
    // The first block must hold the header, from which delimiter and newline are found.
    for (const [head, tail] of cuts(text.slice(8))) expect(await rowsOf(text.slice(0, 8) + head, tail)).toEqual(whole);
  });

  it.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
    ['|', '\n'],
  ])('reads back any cells written with %j and %j', async (delimiter, newline) => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'è', ',', ';', '\t', '"', '\n', ' ', '1') });
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.nat(), async (rows, seed) => {
        const quoted = [['one', 'two', 'three'], ...rows].map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
        );
        const text = quoted.map((line) => line + newline).join('');
        const head = quoted[0]!.length + 2;
        const at = head + (seed % Math.max(1, text.length - head));
        expect(await rowsOf(text.slice(0, at), text.slice(at))).toEqual([['one', 'two', 'three'], ...rows]);
      }),
    );
  });

  it('takes a quote for a character like any other where a format has no quotes', async () => {
    const text = 'id\tnote\r\n1\t"a\r\n\r\n2\tb" "c\t\r\n3\t"';
    const expected = [['id', 'note'], ['1', '"a'], [''], ['2', 'b" "c', ''], ['3', '"']];
    for (const [head, tail] of cuts(text)) {
      const rows: string[][] = [];
      const dialect = { delimiter: '\t', newline: '\n', quotes: false } as const;
      for await (const block of csvRows(blocks([head, tail]), unusable, dialect)) rows.push(...block.rows);
      expect(rows.map((cells) => cells.map((cell) => cell.trimEnd()))).toEqual(expected);
    }
  });

  it('marks the row whose quotes are not doubled', async () => {
    const malformed: number[] = [];
    for await (const block of csvRows(blocks(['id,note\n1,ok\n2,"a "b" c"\n3,ok\n']), unusable))
      malformed.push(...block.malformed);
    expect(malformed).toEqual([3]);
  });

  it('does not gather a row without end', async () => {
    const endless = Array.from({ length: 100 }, () => 'x'.repeat(LONGEST_ROW / 10));
    let given = 0;
    async function* counting() {
      for await (const block of blocks(['id,note\n1,"', ...endless])) {
        given++;
        yield block;
      }
    }
    const read = (async () => {
      for await (const _ of csvRows(counting(), unusable));
    })();
    await expect(read).rejects.toMatchObject({
      sentence: saying('calls.csv, row 2: the row is longer than 1048576 characters'),
    });
    expect(given).toBeLessThanOrEqual(12);
  });

  it('names the row where a quote is opened and never closed', async () => {
    await expect(rowsOf('id,note\n1,a\n2,"b\n', '3,c\n')).rejects.toMatchObject({ row: 3 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../bytes/text-blocks.ts';
import { saying } from '../../said.test-data.ts';
import { type Unusable, UnusableFileError } from '../../unusable-file-error.ts';
import { isJson, jsonValues } from './json-values.ts';
import { DEEPEST, type Exact, LONGEST_RECORD } from './parse-value.ts';
import type { NumberedValue } from './value-block.ts';

const unusable: Unusable = (reason, place) => new UnusableFileError('calls.json', reason, place);

async function* blocks(texts: Iterable<string>): AsyncGenerator<TextBlock> {
  for (const text of texts) yield { text, encoding: 'utf-8' };
}

async function valuesOf(texts: readonly string[], exact: Exact = 'all_numbers'): Promise<NumberedValue[]> {
  const json = { head: texts.join(''), whole: true };
  const values: NumberedValue[] = [];
  for await (const block of jsonValues(json, blocks(texts), { exact, unusable })) values.push(...block.values);
  return values;
}

/** Values alone, a broken one as its row. */
async function read(...texts: string[]): Promise<unknown[]> {
  return (await valuesOf(texts)).map((item) => ('value' in item ? item.value : `broken: ${item.row}`));
}

const cut = (text: string, at: number) => [text.slice(0, at), text.slice(at)];

/** A record with whatever a text may hold; its keys are no lists of records. */
const record = fc.dictionary(
  fc.constantFrom('id', 'a "b"', '\\', 'é', '{', '__proto__'),
  fc.oneof(
    fc.integer(),
    fc.string({ unit: fc.constantFrom('"', '\\', '{', ']', ',', ':', 'é', '\n', 'x') }),
    fc.json(),
  ),
);

const shapes: Record<string, (records: unknown[], space: number) => string> = {
  lines: (records) => records.map((one) => `${JSON.stringify(one)}\n`).join(''),
  'lines without an end': (records) => records.map((one) => JSON.stringify(one)).join('\r\n'),
  'one after the other': (records, space) => records.map((one) => JSON.stringify(one, null, space)).join(''),
  'with commas between': (records, space) => records.map((one) => JSON.stringify(one, null, space)).join(',\n'),
  list: (records, space) => JSON.stringify(records, null, space),
  page: (records, space) => JSON.stringify({ next: [{ id: 1 }], calls: records, count: '{"calls":[' }, null, space),
  pages: (records) => records.map((one) => JSON.stringify({ conversations: [one], of: [[{}]] })).join('\n'),
  'a list of pages': (records) => JSON.stringify(records.map((one) => ({ page: 1, data: [one] }))),
  'a page in a page': (records, space) => JSON.stringify({ total: 3, report: { x: [], records } }, null, space),
};

describe('records of JSON', () => {
  it.each(Object.entries(shapes))('are read as %s, wherever the text is cut', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 2),
        fc.nat(),
        async (records, space, seed) => {
          const text = write(records, space);
          expect(await read(...cut(text, seed % (text.length + 1)))).toEqual(records);
        },
      ),
    );
  });

  it('are the same in a text that comes letter by letter', async () => {
    const text = shapes.page!([{ a: 'x"\\' }, [1, 'two', null, [{}]], 3, 'four', null, true], 1);
    expect(await read(...text)).toEqual([{ a: 'x"\\' }, [1, 'two', null, [{}]], 3, 'four', null, true]);
  });

  it('are numbered by line where lines are records, else in order', async () => {
    expect((await valuesOf(['\n{"a":1}\n\n{"a":2}\n'])).map(({ row }) => row)).toEqual([2, 4]);
    expect((await valuesOf(['[\n\n{"a":1},\n\n{"a":2}]'])).map(({ row }) => row)).toEqual([1, 2]);
    expect((await valuesOf(['{"a":1}\n{"a":2}{"a":3}'])).map(({ row }) => row)).toEqual([1, 2, 2]);
  });

  it('keep a list of their own: only a document that begins with a page has pages', async () => {
    const own = [{ id: 1 }, { id: 2, records: [{ id: 3 }] }];
    expect(await read(own.map((one) => JSON.stringify(one)).join(''))).toEqual(own);
    expect(await read(JSON.stringify(own))).toEqual(own);
    expect(await read('{"records":[{"records":[{"id":3}]}]}')).toEqual([{ records: [{ id: 3 }] }]);
  });

  it('are none in a page or list without any', async () => {
    expect(await read('{"count":0,"calls":[],"next":null}')).toEqual([]);
    expect(await read('{"calls":[]}{"calls":[{"id":1}]}')).toEqual([{ id: 1 }]);
    expect(await read('[]')).toEqual([]);
  });

  it('take a list of words under such a key for what it is', async () => {
    expect(await read('{"id":1,"data":["x"]}')).toEqual([{ id: 1, data: ['x'] }]);
    expect(await read('{"id":1,\n"data":[1,{"a":1}]}')).toEqual([{ id: 1, data: [1, { a: 1 }] }]);
  });
});

describe('numbers', () => {
  const text =
    '{"id":12345678901234567890,"cents":123456789012.123456,"share":0.1,"seconds":12.340000000000002,"n":100,"e":1e3}\n';

  it('keep every digit, as text where a double would lose one', async () => {
    const [first] = await valuesOf([text]);
    expect(first).toEqual({
      row: 1,
      value: {
        id: '12345678901234567890',
        cents: '123456789012.123456',
        share: 0.1,
        seconds: 12.340000000000002,
        n: 100,
        e: 1000,
      },
    });
  });

  it('of platforms are texts only where they are ids', async () => {
    const [first] = await valuesOf([text], 'whole_numbers');
    expect(first).toMatchObject({ value: { id: '12345678901234567890', cents: 123456789012.12346 } });
  });
});

describe('texts', () => {
  it('lose halves of characters, which nothing can keep, and no whole ones', async () => {
    expect(await read(String.raw`{"a":"x\ud83d","b":"\ud83d\ude00","c":["\udc00"]}`)).toEqual([
      { a: 'x\ufffd', b: '😀', c: ['\ufffd'] },
    ]);
  });
});

describe('broken JSON', () => {
  it('costs its own line', async () => {
    expect(await read('{"a":1}\n{"a":\n{"a":"2}\n{"a":3}\n{"a" 4}')).toEqual([
      { a: 1 },
      'broken: 2',
      'broken: 3',
      { a: 3 },
      'broken: 5',
    ]);
    expect(await read('{"a":"1}\n{"a":2}\n{"a":3}\n')).toEqual(['broken: 1', { a: 2 }, { a: 3 }]);
  });

  it('costs its own record of a list, though a quote is not closed', async () => {
    expect(await read('[\n {"a": 1},\n {"a": "2},\n {"a": 3 4},\n {"a": 5}\n]'.replace('"2}', '"2\n}'))).toEqual([
      { a: 1 },
      'broken: 2',
      'broken: 3',
      { a: 5 },
    ]);
  });

  it.each([
    ['[{"a":1},{"a":', 2, 'begins here and never ends'],
    ['[{"a":1},{"a":"', 2, 'begins here and never ends'],
    ['{"calls":[{"a":1}', 1, 'begins here and never ends'],
    ['{"calls":[{"a":1}]', 2, 'begins here and never ends'],
    ['{"a":\n1}\n}', 2, 'no JSON from here on'],
    ['{"a":\n1}\nand so on', 2, 'no JSON from here on'],
    ['[{"a":1}] []x', 2, 'no JSON from here on'],
  ])('makes a file unusable that cannot be told apart any more: %j', async (text, row, reason) => {
    await expect(valuesOf([text])).rejects.toMatchObject({ row, reason: saying(reason) });
  });

  it('lies too deep at the one depth and not at the other', async () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    for (const text of [nested(DEEPEST), `[${nested(DEEPEST)}]`]) expect(await read(text)).toHaveLength(1);
    for (const deep of [nested(DEEPEST + 1), nested(100_000)]) {
      expect(await read(`{"b":1}\n${deep}\n{"b":2}`)).toEqual([{ b: 1 }, 'broken: 2', { b: 2 }]);
      expect(await read(`[{"b":1},${deep},{"b":2}]`)).toEqual([{ b: 1 }, 'broken: 2', { b: 2 }]);
    }
  });

  it.each([
    ['a text', '[{"a":1},{"a":"', 'x'.repeat(65_536)],
    ['a line', '{"a":1}\n{"a":"', 'x'.repeat(65_536)],
    ['a list', '[{"a":1},{"a":[', '1,'.repeat(32_768)],
    ['a gap', '[{"a":1},', ' '.repeat(65_536)],
  ])('is not gathered where %s never ends', async (_, beginning, piece) => {
    let given = 0;
    async function* endless(): AsyncGenerator<TextBlock> {
      yield { text: beginning, encoding: 'utf-8' };
      for (; given < 16_384; given++) yield { text: piece, encoding: 'utf-8' };
    }
    const json = { head: beginning, whole: false };
    const all = (async () => {
      for await (const _block of jsonValues(json, endless(), { exact: 'all_numbers', unusable }));
    })();
    await expect(all).rejects.toMatchObject({ row: 2, reason: saying('longer than') });
    expect(given).toBeLessThan((LONGEST_RECORD / 65_536) * 1.1);
  });
});

describe('isJson', () => {
  it.each(['{"a":1}', ' \n[ {"a"', '[]', '{}', '[[1]]', '{\n'])('is true of %j', (text) => {
    expect(isJson(text)).toBe(true);
  });

  it.each(['[ID],[Name]', '{id},x', 'call_id', '"{', ''])('is false of %j', (text) => {
    expect(isJson(text)).toBe(false);
  });
});

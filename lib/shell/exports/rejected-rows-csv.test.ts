import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import messages from '../../../messages/en.json' with { type: 'json' };
import { type MendableRow, rejectedRowsCsv } from './rejected-rows-csv.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});

async function csvOf(header: string[], rows: MendableRow[], semicolons = false): Promise<string> {
  async function* pages() {
    for (const row of rows) yield [row];
  }
  const bytes = await new Response(rejectedRowsCsv(pages(), { header, say, semicolons })).arrayBuffer();
  return Buffer.from(bytes).toString();
}

const empty = { column: 'talk_s', value: null, reason: { key: 'rejects.empty' } };

describe('rejected rows as a file', () => {
  it('stand under the header that they had, with where they stood and all that is wrong with them', async () => {
    const faults = [
      { column: 'talk_s', value: '6o', reason: { key: 'rejects.not_seconds' } },
      { column: null, value: null, reason: { key: 'rejects.quote_not_doubled' } },
    ];
    const rows = [
      { row: 3, cells: ['a1', '6o', 'hmac:0a'], faults },
      { row: 17, cells: ['a2', '', 'say "hi", all'], faults: [empty] },
    ];
    expect(await csvOf(['Id', 'talk_s', 'customer'], rows)).toBe(
      '\ufeffId,talk_s,customer,reject_row,reject_reason\r\n' +
        'a1,6o,hmac:0a,3,"talk_s ""6o"" is not a number of seconds; has a quote within a quoted cell that is not doubled; it may have swallowed the next rows"\r\n' +
        'a2,,"say ""hi"", all",17,talk_s is empty\r\n',
    );
  });

  it('are set apart by semicolons where decimals have a comma', async () => {
    expect(await csvOf(['a', 'b'], [{ row: 2, cells: ['1,5', 'x;y'], faults: [empty] }], true)).toBe(
      '\ufeffa;b;reject_row;reject_reason\r\n1,5;"x;y";2;talk_s is empty\r\n',
    );
  });

  it('that were mended in vain come back once more, with why they are rejected now', async () => {
    const header = ['a', 'Reject_row', 'reject_reason'];
    expect(await csvOf(header, [{ row: 2, cells: ['1', '17', 'b is empty'], faults: [empty] }])).toBe(
      '\ufeffa,reject_row,reject_reason\r\n1,2,talk_s is empty\r\n',
    );
  });

  it('have as many cells as their header, whatever was written', async () => {
    const rows = [
      { row: 2, cells: ['1'], faults: [empty] },
      { row: 3, cells: ['1', '2', '3', '4'], faults: [empty] },
    ];
    expect((await csvOf(['a', 'b', 'c'], rows)).split('\r\n').slice(1, 3)).toEqual([
      '1,,,2,talk_s is empty',
      '1,2,"3,4",3,talk_s is empty',
    ]);
  });

  it.each([
    ['=1+1', '" =1+1"'],
    ['@bob', '" @bob"'],
    ['+cmd|x', '" +cmd|x"'],
    ['-1+cmd', '" -1+cmd"'],
    ['-3', '-3'],
    ['+49 30 (12) 34', '+49 30 (12) 34'],
    ['-', '-'],
  ])('cannot run in a spreadsheet, and come back as they were: %s', async (cell, text) => {
    const [, line = ''] = (await csvOf(['a'], [{ row: 2, cells: [cell], faults: [empty] }])).split('\r\n');
    expect(line).toBe(`${text},2,talk_s is empty`);
    expect(text.replaceAll('"', '').trim()).toBe(cell);
  });
});

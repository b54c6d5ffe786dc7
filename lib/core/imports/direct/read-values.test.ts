import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { formatMicros, micros } from '#money';
import { say } from '../said.test-data.ts';
import { readAll } from '../samples.test-data.ts';
import { fileOfBytes } from '../source-file.ts';

const record = (more: object = {}) => ({ call_id: 'a', started_at: '2026-03-02T09:15:00Z', talk_s: 60, ...more });

const lines = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n');

describe('records of JSON', () => {
  it('are calls, whatever JSON their values are written in', async () => {
    const text = lines(
      record({ talk_s: 60.5, answered: true, hold_s: null, revenue: 49.9, direction: 'inbound' }),
      record({ call_id: 7, talk_s: '60.5', answered: 'yes', hold_s: '', revenue: '49.90', Direction: 'Inbound' }),
    );
    const { calls, rejects } = await readAll(text);
    expect(rejects).toEqual([]);
    const [first, second] = calls.map(({ call }) => call);
    expect(second).toEqual({ ...first, callId: '7' });
    expect(first).toMatchObject({ talkMs: 60_500, holdMs: null, answered: true, revenue: 49_900_000n });
  });

  it('keep money to the millionth, as a number or as a text', async () => {
    const money = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(micros);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(money, fc.boolean()), { minLength: 1 }), async (amounts) => {
        const text = amounts.map(([amount, quoted], index) => {
          const written = formatMicros(amount, 6);
          return `{"call_id":${index},"started_at":"2026-03-02","talk_s":1,"revenue":${quoted ? `"${written}"` : written}}`;
        });
        const { calls } = await readAll(`[${text.join(',')}]`);
        expect(calls.map(({ call }) => call.revenue)).toEqual(amounts.map(([amount]) => amount));
      }),
    );
  });

  it('may bring a column late: nothing of it is lost, and what is reported follows', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => record({ call_id: `n-${index}`, note: 'x' }));
    const { calls, file } = await readAll(lines(...many, record({ call_id: 'last', Wrap_s: 30, REVENUE: 5 })));
    expect(calls.at(-1)?.call).toMatchObject({ wrapMs: 30_000, revenue: 5_000_000n });
    expect(calls[0]?.call).toMatchObject({ wrapMs: null, revenue: null });
    expect(file.header).toEqual(['call_id', 'started_at', 'talk_s', 'note', 'Wrap_s', 'REVENUE']);
    expect(file.metrics.unreported).toEqual(['wait', 'hold']);
    expect(file.ignoredColumns).toEqual([{ column: 'note', similarTo: null }]);
  });

  it('are rejects where they are no objects, with their place', async () => {
    const { calls, rejects, rows } = await readAll(`[${JSON.stringify(record())},7,null,["a"],"b"]`);
    expect([calls.length, rows]).toEqual([1, 5]);
    expect(rejects.map(({ row, reason }) => [row, say(reason)])).toEqual(
      [2, 3, 4, 5].map((row) => [row, 'is no record: an object with named values is needed']),
    );
  });

  it('are kept as rows to be mended, by the keys that are read', async () => {
    const { rejectedRows } = await readAll(
      lines(record({ customer_ref: 'c-0', note: 'n' }), record({ talk_s: 'x', customer_ref: 'c-1', note: 'n' })),
    );
    expect(rejectedRows).toEqual([{ file: 1, row: 2, cells: ['a', '2026-03-02T09:15:00Z', 'x', 'hmac:#3', ''] }]);
  });

  it('come in a list, a page or as text of any encoding alike', async () => {
    const all = [record({ agent: 'però' }), record({ call_id: 'b' })];
    const texts = [
      JSON.stringify(all, null, 2),
      JSON.stringify({ next: null, calls: all }),
      all.map((one) => JSON.stringify(one)).join(''),
    ];
    for (const text of texts)
      for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'latin1')]) {
        const { calls } = await readAll([fileOfBytes('calls.json', bytes)]);
        expect(calls.map(({ row, call }) => [row, call.callId, call.agent])).toEqual([
          [1, 'a', 'però'],
          [2, 'b', null],
        ]);
      }
  });
});

describe('a delivery', () => {
  it('of a table, JSON and a workbook numbers its documents and its records', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['call_id', 'started_at', 'talk_s'],
            ['c', '2026-03-02', 1],
          ],
        },
      ],
    });
    const { calls, file, rows } = await readAll([
      fileOfBytes('a.csv', Buffer.from('call_id|started_at|talk_s\na|2026-03-02|1\n')),
      fileOfBytes('b.json', Buffer.from(JSON.stringify([record({ call_id: 'b' })]))),
      fileOfBytes('c.xlsx', workbook),
    ]);
    expect(calls.map(({ file: of, row, call }) => [of, row, call.callId])).toEqual([
      [1, 2, 'a'],
      [2, 1, 'b'],
      [3, 2, 'c'],
    ]);
    expect([rows, file.name]).toEqual([3, 'c.xlsx']);
  });
});

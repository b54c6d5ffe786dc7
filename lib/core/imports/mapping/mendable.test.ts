import { describe, expect, it } from 'vitest';
import { readAll } from '../samples.test-data.ts';
import { columns, type Given, mapped, opened, when } from './opened-table.test-data.ts';

describe('a rejected row', () => {
  const mendable = (given: Given, ...lines: string[]) => {
    const { reader, rows } = opened(given, lines);
    return reader.mendable && rows.map((cells) => reader.mendable?.(cells).join('|'));
  };
  const lines = ['Call|Start|Talk|Phone|Notes', `a|${when}|x|5550100|a private matter`, `b|${when}|x|0|`];
  const phone = { columns: { customer_ref: { from: 'Phone', unknown: ['0'] } } };

  it('keeps what is read of it, and the customer by the hash', () => {
    expect(mendable(phone, ...lines)).toEqual([`a|${when}|x|hmac:#7|`, `b|${when}|x|0|`]);
  });

  it.each([
    ['its id is made of its place', { columns: { call_id: { template: 'x-{row}' } } }],
    [
      'its year follows from the rows above',
      { columns: { started_at: { from: 'Start', format: 'd MMM', firstYear: 2026 } } },
    ],
    ['its customer is in its id too', { columns: { ...phone.columns, call_id: { template: '{Phone}-{Start}' } } }],
    ['its customer is made of several columns', { columns: { customer_ref: { template: '{Phone}{Call}' } } }],
  ])('cannot be mended apart from its file where %s', async (_, given) => {
    expect(mendable(given, ...lines)).toBeNull();
    const mapping = mapped({ columns: { ...columns, ...given.columns } });
    const { file, rejected, rejectedRows } = await readAll(lines.join('\n').replaceAll('|', ','), { mapping });
    expect([file.header, rejected, rejectedRows]).toEqual([null, 2, []]);
  });
});

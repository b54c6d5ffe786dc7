import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import type { RealCall } from './bank.ts';
import { uciLog } from './uci-log.ts';

const call = (row: number): RealCall => ({
  row,
  day: parseDay('2008-05-05'),
  year: 2008,
  contact: 'cellular',
  seconds: row,
  sale: row === 2,
});

describe('uciLog', () => {
  it('writes what the bank recorded and leaves everything else empty', () => {
    expect([...uciLog([call(1), call(2)])].join('').split('\n')).toEqual([
      expect.stringMatching(/^call_id,/),
      'uci-1,uci,term-deposit,cellular,outbound,2008-05-05,,1,,,,no,no_sale,,,,EUR',
      'uci-2,uci,term-deposit,cellular,outbound,2008-05-05,,2,,,,yes,sale,,,,EUR',
      '',
    ]);
  });

  it('loses no call at the ends of its chunks', () => {
    const calls = Array.from({ length: 2_001 }, (_, index) => call(index + 1));
    const lines = [...uciLog(calls)].join('').trimEnd().split('\n');
    expect(lines).toHaveLength(2_002);
    expect(lines.at(-1)).toMatch(/^uci-2001,/);
  });
});

import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import messages from '../../../../messages/en.json' with { type: 'json' };
import { dayTicks } from './day-ticks.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});
/** Day `index` of 2026, from 0. */
const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
const days = (count: number, step = 1) => Array.from({ length: count }, (_, index) => day(index * step));

describe('the labels of days', () => {
  it('name each of a few days', () => {
    // 20,454 days from 1 January 1970 to 1 January 2026: 56 x 365 + 14 leap days
    expect(dayTicks(days(2, 7), say)).toEqual([
      { at: 20_454, text: '1 Jan 2026' },
      { at: 20_461, text: '8 Jan 2026' },
    ]);
  });

  it('are never more than can be read', () => {
    // 30 days, every third
    expect(dayTicks(days(30), say).map(({ at }) => at - 20_454)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
    // 36 months: every third
    expect(dayTicks(['2024-01-01', '2026-12-31'], say).map(({ text }) => text)).toHaveLength(12);
  });

  it('name months from 75 days on, only those that begin within', () => {
    const texts = dayTicks(['2026-01-12', '2026-02-02', '2026-04-06'], say).map(({ text }) => text);
    expect(texts).toEqual(['Feb 2026', 'Mar 2026', 'Apr 2026']);
    expect(dayTicks([day(0), day(75)], say)).toHaveLength(3);
    expect(dayTicks([day(0), day(74)], say)).toHaveLength(2);
  });

  it('are none of no days', () => {
    expect(dayTicks([], say)).toEqual([]);
  });
});

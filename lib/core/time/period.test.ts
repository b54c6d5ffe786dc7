import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from './day.ts';
import { eachMonth, monthOf, monthPeriod, nextMonth, parseMonth } from './month.ts';
import { daysIn, intersect, period } from './period.ts';

const between = (from: string, to: string) => period(parseDay(from), parseDay(to));

describe('a period', () => {
  it('ends after it starts', () => {
    expect(() => between('2026-03-01', '2026-03-01')).toThrow('must end after it starts');
    expect(() => between('2026-03-02', '2026-03-01')).toThrow(RangeError);
    expect(daysIn(between('2026-03-01', '2026-03-02'))).toBe(1);
  });

  it('shares the days that are in both, and none with one that only touches it', () => {
    const march = between('2026-03-01', '2026-04-01');
    expect(intersect(between('2026-02-10', '2026-03-05'), march)).toEqual(between('2026-03-01', '2026-03-05'));
    expect(intersect(between('2026-02-10', '2026-03-01'), march)).toBeNull();
    expect(intersect({ from: parseDay('2026-03-20'), to: null }, march)).toEqual(between('2026-03-20', '2026-04-01'));
    expect(intersect({ from: parseDay('2026-04-01'), to: null }, march)).toBeNull();
  });

  it('shares as many days as a count of them finds', () => {
    const start = parseDay('2026-01-01');
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(span, span, ([a, lengthA], [b, lengthB]) => {
        const one = period(addDays(start, a), addDays(start, a + lengthA));
        const other = period(addDays(start, b), addDays(start, b + lengthB));
        const days = Array.from({ length: 130 }, (_, index) => index);
        const both = days.filter((at) => at >= a && at < a + lengthA && at >= b && at < b + lengthB);
        const shared = intersect(one, other);
        expect(shared === null ? 0 : daysIn(shared)).toBe(both.length);
        expect(intersect(other, one)).toEqual(shared);
      }),
    );
  });
});

describe('a month', () => {
  it.each(['2026-13', '2026-00', '2026-1', '2026', '2026-01-01'])('%j is none', (text) =>
    expect(() => parseMonth(text)).toThrow(RangeError),
  );

  it('runs from its first day to the first of the next, over the end of a year', () => {
    expect(monthOf(parseDay('2026-12-31'))).toBe('2026-12');
    expect(nextMonth(parseMonth('2026-12'))).toBe('2027-01');
    expect(monthPeriod(parseMonth('2026-12'))).toEqual(between('2026-12-01', '2027-01-01'));
    expect(daysIn(monthPeriod(parseMonth('2024-02')))).toBe(29);
    expect(daysIn(monthPeriod(parseMonth('2026-02')))).toBe(28);
  });

  it('is listed where the period has a day in it', () => {
    expect([...eachMonth(between('2026-01-31', '2026-03-01'))]).toEqual(['2026-01', '2026-02']);
    expect([...eachMonth(between('2026-01-31', '2026-03-02'))]).toEqual(['2026-01', '2026-02', '2026-03']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayNumber, daysBetween, eachDay, isDay, parseDay, weekdayOf, weekStart } from './day.ts';

const day = (text: string) => parseDay(text);
const anyDay = fc.integer({ min: -20_000, max: 90_000 }).map((count) => addDays(day('1970-01-01'), count));

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1969-12-31'])('%s exists', (text) =>
    expect(isDay(text)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '2026-02-31',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00',
    '',
  ])('%j does not', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(RangeError);
  });

  it('is counted from 1970, over leap days', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(dayNumber(day('1969-12-31'))).toBe(-1);
    // 30 years of 365 days and the leap days of 72, 76, 80, 84, 88, 92, 96.
    expect(dayNumber(day('2000-01-01'))).toBe(30 * 365 + 7);
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1);
  });

  it('knows its weekday, before 1970 too', () => {
    expect(weekdayOf(day('1970-01-01'))).toBe(3); // a Thursday
    expect(weekdayOf(day('1969-12-29'))).toBe(0); // a Monday
    expect(weekdayOf(day('2026-03-29'))).toBe(6); // a Sunday
    expect(weekStart(day('2026-03-29'))).toBe('2026-03-23');
    expect(weekStart(day('2026-03-23'))).toBe('2026-03-23');
  });

  it('moves by any number of days and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
        expect(weekdayOf(to)).toBe((((weekdayOf(from) + count) % 7) + 7) % 7);
        expect(from < to).toBe(count > 0);
      }),
    );
  });

  it('is listed up to the end, which is not included', () => {
    const list: Day[] = [...eachDay(day('2026-02-27'), day('2026-03-02'))];
    expect(list).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect([...eachDay(day('2026-03-02'), day('2026-03-02'))]).toEqual([]);
  });
});

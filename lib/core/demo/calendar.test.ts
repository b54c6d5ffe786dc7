import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import { activeDays, startTimes, vendorClock, volume } from './calendar.ts';
import { seeded } from './random.ts';
import { borgolinea } from './stories/borgolinea.ts';
import { talabay } from './stories/talabay.ts';

const clock = (hours: number, minutes: number) => (hours * 60 + minutes) * 60;

describe('vendorClock', () => {
  it('writes a London call on the clock of Manila, eight hours ahead in winter and seven in summer', () => {
    expect(vendorClock(talabay, parseDay('2026-01-05'))(clock(20, 30))).toBe('2026-01-06T04:30:00+08:00');
    expect(vendorClock(talabay, parseDay('2025-09-01'))(clock(9, 0))).toBe('2025-09-01T16:00:00+08:00');
  });

  it('follows the clock change of the day: Rome on 26 October 2025 is back at +01:00', () => {
    expect(vendorClock(borgolinea, parseDay('2025-10-25'))(clock(8, 0))).toBe('2025-10-25T08:00:00+02:00');
    expect(vendorClock(borgolinea, parseDay('2025-10-26'))(clock(8, 0))).toBe('2025-10-26T08:00:00+01:00');
  });

  it('writes offsets west of Greenwich and of half hours', () => {
    const west = { ...borgolinea, vendorZone: 'America/St_Johns' };
    expect(vendorClock(west, parseDay('2026-01-05'))(clock(8, 0))).toBe('2026-01-05T03:30:00-03:30');
  });
});

describe('the calendar of a story', () => {
  it('leaves out missing days and weekdays without calls', () => {
    const story = { ...talabay, to: parseDay('2025-08-25'), missing: [parseDay('2025-08-20')] };
    const weekdays = [1, 1, 1, 1, 1, 1, 0];
    // Monday 18 to Sunday 24 August without Wednesday 20 and Sunday 24.
    expect([...activeDays({ ...story, weekdays })]).toEqual([
      '2025-08-18',
      '2025-08-19',
      '2025-08-21',
      '2025-08-22',
      '2025-08-23',
    ]);
  });

  it('builds up to the full volume', () => {
    const days = (day: string) => {
      const random = seeded(day);
      const counts = Array.from({ length: 400 }, () => volume(talabay, parseDay(day), random));
      return counts.reduce((sum, value) => sum + value, 0) / counts.length;
    };
    // Two Mondays, weekday factor 1.15: 30% of 195 on the first day, all of it forty days later.
    expect(days('2025-08-18') / (0.3 * 1.15 * 195)).toBeCloseTo(1, 1);
    expect(days('2025-10-06') / (1.15 * 195)).toBeCloseTo(1, 1);
  });

  it('starts calls in order and within opening hours', () => {
    const starts = startTimes(talabay, 500, seeded('starts'));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBeGreaterThanOrEqual(clock(8, 0));
    expect(starts.at(-1)).toBeLessThan(clock(21, 0));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '#contracts';
import { addDays, type Day, parseDay, startOfDay, weekdayOf } from '#time';
import { type ClassTable, classTable, rateClassAt } from './windows.ts';

type Window = Rating['windows'][number];

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const night: Window = { class: 'night', days: [...workdays], from: '22:00', to: '06:00' };

const classAt = (iso: string, ...windows: Window[]) => rateClassAt(Date.parse(iso), windows, 'Europe/Rome');
/** In winter: Rome is one hour ahead of UTC. */
const inRome = (local: string, ...windows: Window[]) => classAt(`${local}+01:00`, ...windows);

describe('a rate window', () => {
  it('that nothing is in leaves the standard class', () => {
    expect(inRome('2026-03-02T12:00:00')).toBe('standard');
    expect(inRome('2026-03-02T12:00:00', night)).toBe('standard');
  });

  it('holds its first minute and not its last', () => {
    const evening: Window = { class: 'evening', from: '18:00', to: '22:00' };
    expect(inRome('2026-03-02T17:59:59.999', evening)).toBe('standard');
    expect(inRome('2026-03-02T18:00:00', evening)).toBe('evening');
    expect(inRome('2026-03-02T21:59:59.999', evening)).toBe('evening');
    expect(inRome('2026-03-02T22:00:00', evening)).toBe('standard');
  });

  it('over midnight belongs to the day on which it starts', () => {
    expect(inRome('2026-03-06T22:00:00', night)).toBe('night'); // Friday night
    expect(inRome('2026-03-07T05:59:59', night)).toBe('night'); // and Saturday's early hours
    expect(inRome('2026-03-07T06:00:00', night)).toBe('standard');
    expect(inRome('2026-03-07T22:00:00', night)).toBe('standard'); // Saturday has no night of its own
    expect(inRome('2026-03-09T05:00:00', night)).toBe('standard'); // Monday's early hours are Sunday's night
    expect(inRome('2026-03-09T22:00:00', night)).toBe('night');
  });

  it('of dates holds the whole local day, or the night that starts on it', () => {
    const christmas: Window = { class: 'holiday', dates: [parseDay('2026-12-25')] };
    expect(inRome('2026-12-24T23:59:59', christmas)).toBe('standard');
    expect(inRome('2026-12-25T00:00:00', christmas)).toBe('holiday');
    expect(inRome('2026-12-25T23:59:59', christmas)).toBe('holiday');
    expect(inRome('2026-12-26T00:00:00', christmas)).toBe('standard');
    const christmasNight: Window = { ...christmas, from: '22:00', to: '02:00' };
    expect(inRome('2026-12-25T01:00:00', christmasNight)).toBe('standard');
    expect(inRome('2026-12-26T01:00:00', christmasNight)).toBe('holiday');
  });

  it('comes before those after it in the list', () => {
    const holiday: Window = { class: 'holiday', dates: [parseDay('2026-12-25')] }; // a Friday
    expect(inRome('2026-12-25T23:00:00', holiday, night)).toBe('holiday');
    expect(inRome('2026-12-25T23:00:00', night, holiday)).toBe('night');
  });

  it("is asked on the contract's own clock", () => {
    const at = Date.parse('2026-03-02T21:30:00Z');
    expect(rateClassAt(at, [night], 'Europe/Rome')).toBe('night'); // 22:30
    expect(rateClassAt(at, [night], 'Europe/Lisbon')).toBe('standard'); // 21:30
    expect(rateClassAt(at, [night], 'Asia/Kolkata')).toBe('night'); // 03:00 on Tuesday
  });
});

describe('a rate window on a night when clocks change', () => {
  const saturday: Window = { class: 'night', days: ['sat'], from: '22:00', to: '06:00' };

  it('is an hour shorter in spring', () => {
    // Rome, 28 to 29 March 2026: from 22:00 (21:00Z) to 06:00 (04:00Z) are seven hours.
    expect(classAt('2026-03-28T20:59:59Z', saturday)).toBe('standard');
    expect(classAt('2026-03-28T21:00:00Z', saturday)).toBe('night');
    expect(classAt('2026-03-29T00:59:59Z', saturday)).toBe('night'); // 01:59:59
    expect(classAt('2026-03-29T01:00:00Z', saturday)).toBe('night'); // 03:00:00
    expect(classAt('2026-03-29T03:59:59Z', saturday)).toBe('night');
    expect(classAt('2026-03-29T04:00:00Z', saturday)).toBe('standard');
  });

  it('is an hour longer in autumn', () => {
    // 24 to 25 October 2026: from 22:00 (20:00Z) to 06:00 (05:00Z) are nine hours.
    expect(classAt('2026-10-24T19:59:59Z', saturday)).toBe('standard');
    expect(classAt('2026-10-24T20:00:00Z', saturday)).toBe('night');
    expect(classAt('2026-10-25T04:59:59Z', saturday)).toBe('night');
    expect(classAt('2026-10-25T05:00:00Z', saturday)).toBe('standard');
  });

  it('comes twice where its hour does', () => {
    const hour: Window = { class: 'small hours', days: ['sun'], from: '02:00', to: '03:00' };
    const inside = Array.from({ length: 6 }, (_, hours) => classAt(`2026-10-25T0${hours}:30:00Z`, hour));
    // 00:30Z is 02:30 and 01:30Z is 02:30 again; 02:30Z is 03:30.
    expect(inside).toEqual(['small hours', 'small hours', 'standard', 'standard', 'standard', 'standard']);
  });

  it('never comes where its hour is skipped', () => {
    const hour: Window = { class: 'small hours', from: '02:00', to: '03:00' };
    const night = Array.from({ length: 6 }, (_, hours) => classAt(`2026-03-29T0${hours}:30:00Z`, hour));
    expect(new Set(night)).toEqual(new Set(['standard']));
  });
});

describe('the table of rate windows', () => {
  /** How the table is read: the last start that is not after the minute of the day's slot. */
  function lookUp({ dates, starts, classes }: ClassTable, day: Day, minute: number): string | undefined {
    const dated = dates.indexOf(day);
    const at = (dated < 0 ? weekdayOf(day) : dated + 7) * 1440 + minute;
    return classes[starts.filter((start) => start <= at).length - 1];
  }

  it('of a night from Monday to Friday has ten changes a week', () => {
    // Sunday's night is none, so Monday begins as standard: each of five nights begins at 22:00 and ends at 06:00.
    const { dates, starts, classes } = classTable([night]);
    expect(dates).toEqual([]);
    expect(starts).toEqual([0, 1320, 1800, 2760, 3240, 4200, 4680, 5640, 6120, 7080, 7560]);
    expect(classes).toEqual(['standard', ...Array.from({ length: 5 }, () => ['night', 'standard']).flat()]);
  });

  it('says what the windows say, on every minute of days named and not named', () => {
    const clock = fc.constantFrom('00:00', '00:01', '06:00', '12:30', '22:00', '23:59');
    const range = fc.tuple(clock, clock).filter(([from, to]) => from !== to);
    const when = fc.oneof(
      fc.subarray([...workdays, 'sat', 'sun'] as const, { minLength: 1 }).map((days) => ({ days })),
      fc
        .subarray(['2025-12-25', '2025-12-26', '2026-03-01'].map(parseDay), { minLength: 1 })
        .map((dates) => ({ dates })),
      fc.constant({}),
    );
    const anyWindows = fc
      .array(fc.tuple(when, fc.option(range)), { maxLength: 4 })
      .map((all) =>
        all.map(([on, at], index): Window => ({ class: `w${index}`, ...on, ...(at && { from: at[0], to: at[1] }) })),
      );
    const anyDay = fc.integer({ min: -2, max: 80 }).map((days) => addDays(parseDay('2025-12-20'), days));
    fc.assert(
      fc.property(
        anyWindows,
        anyDay,
        fc.oneof(fc.nat(1439), fc.constantFrom(0, 1, 359, 360, 1319, 1320, 1439)),
        (windows, day, minute) => {
          const at = startOfDay(day, 'UTC') + minute * 60_000;
          expect(lookUp(classTable(windows), day, minute)).toBe(rateClassAt(at, windows, 'UTC'));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

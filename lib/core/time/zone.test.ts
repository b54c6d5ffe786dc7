import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from './day.ts';
import { instantOfLocal, isZone, localDay, localMinutes, startOfDay } from './zone.ts';

const at = (iso: string) => Date.parse(iso);
/** A wall clock read as if it were UTC. */
const wall = (text: string) => Date.parse(`${text}Z`);
const first = (iso: string, repeated = false) => ({ ms: at(iso), repeated });

const zones = [
  'Europe/Rome',
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'Asia/Jerusalem',
  'Asia/Kolkata',
];
const farZones = ['Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'];
const anyZone = fc.constantFrom(...zones, ...farZones);
const anyInstant = fc.integer({ min: 0, max: Date.UTC(2199, 11, 31) });

/** What the wall clock of a zone shows, by the platform's own calendar. */
function clock(ms: number, zone: string): { day: string; minutes: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minutes: Number(part.hour) * 60 + Number(part.minute) };
}

describe('a zone', () => {
  it.each(['Europe/Rome', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is one', (zone) =>
    expect(isZone(zone)).toBe(true),
  );

  it.each(['Europe/Roma', 'CEST ', '', '+02:00', '2026-01-01[Europe/Rome]', 'Rome'])('%j is none', (zone) =>
    expect(isZone(zone)).toBe(false),
  );

  it('shows the day and minute that the platform shows', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        expect({ day: localDay(ms, zone), minutes: localMinutes(ms, zone) }).toEqual(clock(ms, zone));
      }),
      { numRuns: 300 },
    );
  });

  it('changes its offset to the second, not on the quarter hour', () => {
    // Newfoundland's clocks changed at 00:01 until 2011: on 13 March from 00:01 -03:30 (03:31Z) to 01:01 -02:30.
    expect(localMinutes(at('2011-03-13T03:30:59Z'), 'America/St_Johns')).toBe(0);
    expect(localMinutes(at('2011-03-13T03:31:00Z'), 'America/St_Johns')).toBe(61);
    expect(instantOfLocal(wall('2011-03-13T00:00:59'), 'America/St_Johns')).toEqual(first('2011-03-13T03:30:59Z'));
    expect(instantOfLocal(wall('2011-03-13T00:01:00'), 'America/St_Johns')).toEqual({ gap: true });
    expect(instantOfLocal(wall('2011-03-13T01:01:00'), 'America/St_Johns')).toEqual(first('2011-03-13T03:31:00Z'));
  });
});

describe('a local time on a night when clocks change', () => {
  it('is skipped in Rome from 02:00 to 03:00 on 29 March 2026', () => {
    const of = (text: string) => instantOfLocal(wall(text), 'Europe/Rome');
    expect(of('2026-03-29T01:59:59.999')).toEqual(first('2026-03-29T00:59:59.999Z'));
    expect(of('2026-03-29T02:00:00')).toEqual({ gap: true });
    expect(of('2026-03-29T02:59:59.999')).toEqual({ gap: true });
    expect(of('2026-03-29T03:00:00')).toEqual(first('2026-03-29T01:00:00Z'));
  });

  it('comes twice in Rome from 02:00 to 03:00 on 25 October 2026: the first is taken', () => {
    const of = (text: string) => instantOfLocal(wall(text), 'Europe/Rome');
    expect(of('2026-10-25T01:59:59.999')).toEqual(first('2026-10-24T23:59:59.999Z'));
    expect(of('2026-10-25T02:00:00')).toEqual(first('2026-10-25T00:00:00Z', true));
    expect(of('2026-10-25T02:59:59.999')).toEqual(first('2026-10-25T00:59:59.999Z', true));
    expect(of('2026-10-25T03:00:00')).toEqual(first('2026-10-25T02:00:00Z'));
  });

  it('moves by half an hour on Lord Howe Island', () => {
    // 5 April 2026, 02:00 +11:00 back to 01:30 +10:30: only half an hour comes twice.
    expect(instantOfLocal(wall('2026-04-05T01:29:00'), 'Australia/Lord_Howe')).toEqual(first('2026-04-04T14:29:00Z'));
    expect(instantOfLocal(wall('2026-04-05T01:30:00'), 'Australia/Lord_Howe')).toEqual(
      first('2026-04-04T14:30:00Z', true),
    );
    expect(instantOfLocal(wall('2026-04-05T02:00:00'), 'Australia/Lord_Howe')).toEqual(first('2026-04-04T15:30:00Z'));
  });

  it('is missing for a whole day in Samoa, which skipped 30 December 2011', () => {
    expect(instantOfLocal(wall('2011-12-29T23:59:00'), 'Pacific/Apia')).toEqual(first('2011-12-30T09:59:00Z'));
    expect(instantOfLocal(wall('2011-12-30T12:00:00'), 'Pacific/Apia')).toEqual({ gap: true });
    expect(instantOfLocal(wall('2011-12-31T00:00:00'), 'Pacific/Apia')).toEqual(first('2011-12-30T10:00:00Z'));
  });

  it('leads back to the instant that shows it, or to the same time an hour or so before', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const { day, minutes } = clock(ms, zone);
        const shown = wall(`${day}T00:00:00`) + minutes * 60_000 + (ms % 60_000);
        const found = instantOfLocal(shown, zone);
        expect(found).not.toHaveProperty('gap');
        if ('gap' in found) return;
        expect(clock(found.ms, zone)).toEqual({ day, minutes });
        if (!found.repeated) expect(found.ms).toBe(ms);
        else expect(found.ms).toBeLessThanOrEqual(ms);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the start of a day', () => {
  it.each([
    ['2026-03-29', 'Europe/Rome', '2026-03-28T23:00:00Z'], // 23 hours long
    ['2026-03-30', 'Europe/Rome', '2026-03-29T22:00:00Z'],
    ['2026-10-25', 'Europe/Rome', '2026-10-24T22:00:00Z'], // 25 hours long
    ['2026-10-26', 'Europe/Rome', '2026-10-25T23:00:00Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'], // begins at 01:00
  ])('%s in %s is %s', (day, zone, iso) => {
    expect(startOfDay(parseDay(day), zone)).toBe(at(iso));
    expect(localDay(at(iso), zone)).toBe(day);
    expect(localDay(at(iso) - 1, zone) < day).toBe(true);
  });
});

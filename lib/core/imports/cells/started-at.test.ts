import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../said.test-data.ts';
import { isFault } from './fault.ts';
import { needsZone, startReader } from './started-at.ts';

const inRome = startReader('Europe/Rome');

function iso(text: string, read = inRome): string {
  const start = read(text);
  return isFault(start) ? say(start.fault) : new Date(start.ms).toISOString();
}

describe('a time with an offset', () => {
  it.each([
    ['2026-03-02T09:15:00Z', '2026-03-02T09:15:00.000Z'],
    ['2026-03-02t09:15:00z', '2026-03-02T09:15:00.000Z'],
    ['2026-03-02 09:15:00+01:00', '2026-03-02T08:15:00.000Z'],
    ['2026-03-02 09:15:00 +0100', '2026-03-02T08:15:00.000Z'],
    ['2026-03-02T09:15:00+01', '2026-03-02T08:15:00.000Z'],
    ['2026-03-02T09:15-03:30', '2026-03-02T12:45:00.000Z'],
    ['2026-03-02T09:15:00.5Z', '2026-03-02T09:15:00.500Z'],
    ['2026-03-02T09:15:00,25-05:00', '2026-03-02T14:15:00.250Z'],
    // Cut to the millisecond, never rounded up into the next second.
    ['2026-03-02T09:15:59.9999999Z', '2026-03-02T09:15:59.999Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    ['1970-01-01T00:30:00+01:00', 'is outside the years 1970 to 2199'],
    ['0085-01-01T00:00:00Z', 'is outside the years 1970 to 2199'],
    ['2100-02-29T00:00:00Z', 'does not exist: there is no 29 February 2100'],
    ['2026-04-31T00:00:00Z', 'does not exist: there is no 31 April 2026'],
    ['2026-04-00T00:00:00Z', 'does not exist: there is no 0 April 2026'],
    ['2026-00-10T00:00:00Z', 'has no such month (0)'],
    ['2026-03-02T09:60:00Z', 'has no such time of day'],
    ['2026-03-02T09:15:60Z', 'has no such time of day'],
  ])('%s %s', (text, fault) => expect(iso(text)).toBe(fault));

  it.each([
    '2026-3-2',
    '2026-03-02T09',
    '2026-03-02T09:15:00+15:00',
    '2026-03-02T09:15:00.Z',
    '2026-03-02Z',
    '',
    '1772442900',
  ])('%j is not a time', (text) => expect(iso(text)).toContain('is not a time'));

  it('reads back every instant of the years 1970 to 2199, at any offset', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('2199-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
        const wall = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 23);
        fc.pre(wall >= '1970' && wall < '2200');
        const size = Math.abs(offset);
        const clock = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
        expect(iso(`${wall}${offset < 0 ? '-' : '+'}${clock}`)).toBe(at.toISOString());
      }),
    );
  });
});

describe('a local time', () => {
  it('needs a zone', () => {
    const nowhere = startReader(null);
    expect(nowhere('2026-03-02 09:15:00')).toBe(needsZone);
    expect(nowhere('2026-03-02')).toBe(needsZone);
    expect(iso('2026-03-02 09:15:00Z', nowhere)).toBe('2026-03-02T09:15:00.000Z');
  });

  it('does not exist while clocks jump ahead, 02:00 to 03:00 in Rome on 29 March 2026', () => {
    expect(iso('2026-03-29 01:59:59.999')).toBe('2026-03-29T00:59:59.999Z');
    expect(iso('2026-03-29 02:00:00')).toBe('does not exist in Europe/Rome: clocks went forward');
    expect(iso('2026-03-29 02:59:59')).toBe('does not exist in Europe/Rome: clocks went forward');
    expect(iso('2026-03-29 03:00:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('is the first of two while clocks fall back, 03:00 to 02:00 on 25 October 2026', () => {
    expect(inRome('2026-10-25 02:00:00')).toEqual({ ms: Date.parse('2026-10-25T00:00:00Z'), repeated: true });
    expect(inRome('2026-10-25 02:59:59')).toEqual({ ms: Date.parse('2026-10-25T00:59:59Z'), repeated: true });
    expect(inRome('2026-10-25 03:00:00')).toEqual({ ms: Date.parse('2026-10-25T02:00:00Z'), repeated: false });
  });

  it('without a time of day is the first moment of the day', () => {
    expect(iso('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    // Midnight of 6 September 2026 does not exist in Chile: clocks go from 24:00 on Saturday to 01:00 on Sunday.
    expect(iso('2026-09-06', startReader('America/Santiago'))).toBe('2026-09-06T04:00:00.000Z');
    // In Havana it comes twice, 00:30 at -04:00 and again at -05:00; the day begins with the first.
    expect(startReader('America/Havana')('2026-11-01')).toEqual({
      ms: Date.parse('2026-11-01T04:00:00Z'),
      repeated: false,
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '#time';
import { contractOn, overlaps } from './versions.ts';

const day = parseDay;
const version = (id: string, from: string, to: string | null, program?: string) => ({
  id,
  vendor: 'norte',
  program,
  from: day(from),
  to: to === null ? null : day(to),
});
const versions = [
  version('old', '2026-01-01', '2026-03-01'),
  version('new', '2026-03-01', null),
  version('orders', '2026-02-01', '2026-04-01', 'orders'),
];

describe('contractOn', () => {
  it.each([
    // Half-open: the last day of a version is the day before `to`.
    ['support', '2025-12-31', undefined],
    ['support', '2026-01-01', 'old'],
    ['support', '2026-02-28', 'old'],
    ['support', '2026-03-01', 'new'],
    // A contract that names the program beats one for all programs, for as long as it is in force.
    ['orders', '2026-01-31', 'old'],
    ['orders', '2026-02-01', 'orders'],
    ['orders', '2026-03-31', 'orders'],
    ['orders', '2026-04-01', 'new'],
  ])('%s on %s', (program, on, id) => {
    expect(contractOn(versions, 'norte', program, day(on))?.id).toBe(id);
  });

  it('knows its vendors apart', () => {
    expect(contractOn(versions, 'lumina', 'orders', day('2026-03-01'))).toBeNull();
  });
});

describe('overlaps', () => {
  it('finds pairs of the same vendor and program alone', () => {
    expect(overlaps(versions)).toEqual([]);
    expect(overlaps([...versions, version('again', '2025-01-01', '2026-01-02')])).toEqual([{ first: 0, second: 3 }]);
    expect(overlaps([version('a', '2026-01-01', null), version('b', '2027-01-01', null)])).toHaveLength(1);
  });

  it('is there exactly where some day has two contracts', () => {
    const start = day('2026-01-01');
    const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), (spans) => {
        const list = spans.map(([from, length], index) => ({
          ...version(String(index), '2026-01-01', null),
          from: addDays(start, from),
          to: addDays(start, from + length),
        }));
        const days = Array.from({ length: 30 }, (_, index) => addDays(start, index));
        const twice = days.some((on) => list.filter((each) => each.from <= on && on < each.to).length > 1);
        expect(overlaps(list).length > 0).toBe(twice);
      }),
    );
  });
});

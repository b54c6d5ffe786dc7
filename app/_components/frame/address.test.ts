import { describe, expect, it } from 'vitest';
import { address, dayAfter, filtersOf } from './address.ts';

describe('an address', () => {
  it('carries the days, and the program only where one is chosen', () => {
    const days = { from: '2026-07-01', to: '2026-10-01', view: 'effective' } as const;
    expect(address('/', { ...days, program: null })).toBe('/?from=2026-07-01&to=2026-10-01');
    expect(address('/vendors/norte', { ...days, program: 'a&b c' })).toBe(
      '/vendors/norte?from=2026-07-01&to=2026-10-01&program=a%26b+c',
    );
  });

  it('carries the view where it is not the usual one', () => {
    expect(address('/', { from: '2026-07-01', to: '2026-10-01', program: null, view: 'billed' })).toBe(
      '/?from=2026-07-01&to=2026-10-01&view=billed',
    );
  });

  it('keeps what its path already asks', () => {
    const days = { from: '2026-07-01', to: '2026-10-01', program: null, view: 'effective' } as const;
    expect(address('/what-if?vendor=norte', days)).toBe('/what-if?vendor=norte&from=2026-07-01&to=2026-10-01');
  });

  it('is read back one value a filter; nothing, twice and empty are not chosen', async () => {
    const read = (query: Record<string, string | string[] | undefined>) => filtersOf(Promise.resolve(query));
    expect(await read({ from: '2026-07-01', to: '2026-10-01', program: 'orders', view: 'billed', other: 'x' })).toEqual(
      {
        from: '2026-07-01',
        to: '2026-10-01',
        program: 'orders',
        view: 'billed',
      },
    );
    expect(await read({ from: ['2026-07-01', '2026-08-01'], to: undefined, program: '' })).toEqual({});
  });
});

describe('the day after', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    // Clocks go forward on 29 March in most of Europe: a day is a day.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-07-01', 0, '2026-07-01'],
  ])('%s by %i is %s', (day, count, expected) => {
    expect(dayAfter(day, count)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '#time';
import { contract } from './contract.ts';
import { contractText } from './declaration.test-data.ts';
import { contractGaps, standing } from './standing.ts';
import type { ContractVersion } from './versions.ts';

const version = (from: string, to: string | null): ContractVersion => ({
  id: from,
  ...contract.parse(contractText({ from, to })),
});

describe('where a version stands', () => {
  it.each([
    ['2026-02-28', 'upcoming'],
    ['2026-03-01', 'in_force'],
    ['2026-03-31', 'in_force'],
    ['2026-04-01', 'past'],
  ])('on %s: %s', (today, expected) => {
    expect(standing(version('2026-03-01', '2026-04-01'), parseDay(today))).toBe(expected);
  });

  it('is in force for ever where it has no end', () => {
    expect(standing(version('2026-03-01', null), parseDay('2099-01-01'))).toBe('in_force');
  });
});

describe('days with calls and no contract', () => {
  const day = (at: string, calls = 1, program = 'orders') => ({
    vendor: 'norte',
    program,
    day: at as Day,
    calls,
  });

  it('are one stretch over days without calls, as long as no contract is in force between them', () => {
    expect(contractGaps([day('2026-01-02', 5), day('2026-01-05', 7)], [])).toEqual([
      { vendor: 'norte', program: 'orders', from: '2026-01-02', to: '2026-01-06', calls: 12 },
    ]);
  });

  it('are two stretches with a contract between them, and of two programs', () => {
    const between = version('2026-01-03', '2026-01-04');
    const days = [day('2026-01-02'), day('2026-01-05'), day('2026-01-05', 1, 'support')];
    expect(contractGaps(days, [between]).map(({ program, from, to }) => [program, from, to])).toEqual([
      ['orders', '2026-01-02', '2026-01-03'],
      ['orders', '2026-01-05', '2026-01-06'],
      ['support', '2026-01-05', '2026-01-06'],
    ]);
  });

  it('are none without such days', () => {
    expect(contractGaps([], [version('2026-01-01', null)])).toEqual([]);
  });
});

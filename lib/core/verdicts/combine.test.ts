import { describe, expect, it } from 'vitest';
import { acrossWages, assumptionsHold, worseBook } from './combine.ts';
import type { State } from './verdict.ts';

const none = 'not_enough_evidence';

describe('worseBook', () => {
  const books = ['failing', 'at_risk', none, 'healthy', null] as const;
  // Rows: the client's book; columns: the vendor's, in the same order.
  const table: State[][] = [
    ['failing', 'failing', 'failing', 'failing', 'failing'],
    ['failing', 'at_risk', 'at_risk', 'at_risk', 'at_risk'],
    ['failing', 'at_risk', none, none, none],
    ['failing', 'at_risk', none, 'healthy', 'healthy'],
    ['failing', 'at_risk', none, 'healthy', none],
  ];
  const rows = books.flatMap((client, row) =>
    books.map((vendor, column) => ({ client, vendor, state: table[row]![column]! })),
  );

  it.each(rows)('client $client and vendor $vendor: $state', ({ client, vendor, state }) => {
    expect(worseBook(client, vendor)).toBe(state);
  });
});

describe('acrossWages', () => {
  it.each<[value: State, low: State, high: State, State]>([
    ['failing', 'failing', 'failing', 'failing'],
    ['failing', 'at_risk', 'failing', 'at_risk'],
    ['failing', none, 'failing', 'at_risk'],
    ['failing', 'healthy', 'failing', 'at_risk'],
    ['at_risk', 'healthy', 'failing', 'at_risk'],
    ['at_risk', 'failing', 'failing', 'at_risk'],
    ['healthy', 'healthy', 'healthy', 'healthy'],
    ['healthy', 'healthy', none, none],
    ['healthy', 'healthy', 'at_risk', 'at_risk'],
    ['healthy', 'healthy', 'failing', 'at_risk'],
    [none, 'healthy', 'failing', none],
    [none, none, none, none],
  ])('%s at the best guess, %s at the low wage, %s at the high one: %s', (value, low, high, state) => {
    expect(acrossWages({ value, low, high })).toBe(state);
  });
});

describe('assumptionsHold', () => {
  it('wants the same state at both ends', () => {
    expect(assumptionsHold({ value: 'healthy', low: 'healthy', high: 'healthy' })).toBe(true);
    expect(assumptionsHold({ value: 'healthy', low: 'healthy', high: none })).toBe(false);
    expect(assumptionsHold({ value: 'failing', low: none, high: 'failing' })).toBe(false);
  });
});

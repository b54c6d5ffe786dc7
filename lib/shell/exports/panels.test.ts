import { describe, expect, it } from 'vitest';
import { panels } from './panels.ts';

const words = (width: number) => ({ width, align: 'start' as const });
const figure = (width: number) => ({ width, align: 'end' as const });
const widths = (columns: Parameters<typeof panels>[0], room: number) =>
  panels(columns, room, 2).map((panel) => panel.map(({ width }) => width));

describe('a table that is too wide', () => {
  it('stays in one piece where it fits to the last place', () => {
    // 10 + 2 + 8 + 2 + 8 = 30
    expect(widths([words(10), figure(8), figure(8)], 30)).toEqual([[10, 8, 8]]);
    expect(widths([words(10), figure(8), figure(8)], 29)).toEqual([
      [10, 8],
      [10, 8],
    ]);
  });

  it('goes on under all that names a row', () => {
    expect(widths([words(5), words(6), figure(8), figure(9)], 28)).toEqual([
      [5, 6, 8],
      [5, 6, 9],
    ]);
  });

  it('goes on under the first name alone where the names would leave no room', () => {
    // The names take 10 + 2 + 11 = 23 of 40.
    expect(widths([words(10), words(11), figure(20), figure(9)], 40)).toEqual([
      [10, 11],
      [10, 20],
      [10, 9],
    ]);
  });

  it('has no figure at all, or nothing', () => {
    expect(widths([words(10), words(20), words(30)], 35)).toEqual([
      [10, 20],
      [10, 30],
    ]);
    expect(widths([words(10)], 5)).toEqual([[10]]);
  });
});

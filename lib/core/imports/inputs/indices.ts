import type { Month } from '#time';
import { readCode } from '../cells/code.ts';
import { readMonth } from '../cells/day.ts';
import { decimalReader } from '../cells/decimal.ts';
import { needed, type TableSpec } from '../table/spec.ts';
import { keyOf } from './scope.ts';

/** A published value of a price index, as a decimal text. */
export type IndexEntry = { index: string; month: Month; value: string };

const HIGHEST = 1_000_000_000;

/** The index file: one row an index and month. */
export const indicesTable: TableSpec<IndexEntry, IndexEntry> = {
  columns: {
    index: needed(readCode),
    month: needed(readMonth),
    value: needed(decimalReader({ most: HIGHEST, decimals: 6, positive: true })),
  },
  toRow: (cells) => cells,
  key: ({ index, month }) => keyOf(index, month),
};

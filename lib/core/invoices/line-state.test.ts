import { describe, expect, it } from 'vitest';
import { isLineState, type LineState, lineStates, mayBecome } from './line-state.ts';

/** The table is the specification: from (row) to (column), in the order of `lineStates`. */
const table: Record<LineState, [open: boolean, agreed: boolean, disputed: boolean, credited: boolean]> = {
  open: [false, true, true, true],
  agreed: [true, false, true, false],
  disputed: [true, true, false, true],
  credited: [true, false, true, true],
};

describe('the states of a billed line', () => {
  it.each(lineStates.flatMap((from) => lineStates.map((to, at) => [from, to, table[from][at] ?? false] as const)))(
    '%s to %s: %s',
    (from, to, allowed) => {
      expect(mayBecome(from, to)).toBe(allowed);
    },
  );

  it('are known by their names', () => {
    expect(isLineState('disputed')).toBe(true);
    expect(isLineState('paid')).toBe(false);
  });
});

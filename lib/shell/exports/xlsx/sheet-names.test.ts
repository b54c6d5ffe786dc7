import { describe, expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

describe('names of sheets', () => {
  it('are no two alike, whatever their case', () => {
    expect(sheetNames(['Charges', 'charges', 'Charges'])).toEqual(['Charges', 'charges (2)', 'Charges (3)']);
  });

  it('are not the one that Excel keeps for itself', () => {
    expect(sheetNames(['History'])).toEqual(['History (2)']);
  });

  it('have none of the characters of references, and 31 at most', () => {
    expect(sheetNames(["'a/b:[c]*?'", '', 'x'.repeat(40)])).toEqual(['a b c', 'Sheet', `${'x'.repeat(30)}…`]);
  });
});

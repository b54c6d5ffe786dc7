import { describe, expect, it } from 'vitest';
import { logStudentCdf } from './student.ts';

describe('logStudentCdf', () => {
  it.each([
    // reference vector A1, and tails worked with 40-digit arithmetic
    [-2.5, 6, Math.log(0.02326411614)],
    [1.3, 29, Math.log(0.8980804082)],
    [0, 5, Math.log(0.5)],
    [-37, 20, -44.828781475655],
    [-200, 366, -864.53550087232],
    [-60, 700, -639.457760373728],
    [-3000, 180, -977.29864152931],
  ])('at %d with %d degrees of freedom', (x, df, wanted) => {
    expect(logStudentCdf(x, df)).toBeCloseTo(wanted, 8);
  });

  it('runs on without a step where the probability stops being a double', () => {
    // At 366 degrees of freedom ln F crosses ln 1e-290 = -667.7 near x = -115: second differences stay even.
    const values = Array.from({ length: 60 }, (_, step) => logStudentCdf(-100 - step, 366));
    for (let i = 2; i < values.length; i++) {
      const bend = values[i]! - 2 * values[i - 1]! + values[i - 2]!;
      expect(bend).toBeGreaterThan(0);
      expect(bend).toBeLessThan(0.05);
    }
  });
});

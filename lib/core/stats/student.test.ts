import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import { describe, expect, it } from 'vitest';
import { logStudentCdf } from './student.ts';

describe('logStudentCdf', () => {
  it.each([
    // reference vector A1, and tails worked with 40-digit arithmetic
    [-2.5, 6, Math.log(0.02326411614)],
    [1.3, 29, Math.log(0.8980804082)],
    [0, 5, Math.log(0.5)],
    // with one degree of freedom the function is 1/2 + atan(x) / pi, with two 1/2 + x / (2 sqrt(2 + x^2))
    [-1e9, 1, Math.log(1e-9 / Math.PI)],
    [-0.7, 1, Math.log(0.5 - Math.atan(0.7) / Math.PI)],
    [1.9, 2, Math.log(0.5 + 1.9 / (2 * Math.sqrt(2 + 1.9 ** 2)))],
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

  it.each([1, 1.3, 2, 5, 8.4, 15.9, 32, 100, 250.5, 366, 5_000])('is that of another library at df = %d', (df) => {
    for (let x = -60; x <= 60; x += 0.37) {
      const other = studentCdf(x, df);
      if (other > 1e-290) expect(logStudentCdf(x, df) - Math.log(other)).toBeCloseTo(0, 9);
    }
  });

  it('is one half less and more beside the middle', () => {
    // The density at 0 with one degree of freedom is 1 / pi.
    expect(logStudentCdf(1e-8, 1) + Math.LN2).toBeCloseTo((2 * 1e-8) / Math.PI, 14);
    expect(logStudentCdf(-1e-8, 1) + Math.LN2).toBeCloseTo((-2 * 1e-8) / Math.PI, 14);
  });
});

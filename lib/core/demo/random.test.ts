import { describe, expect, it } from 'vitest';
import { count, lognormal, normal, oneOf, pick, seeded, uniform } from './random.ts';

const many = <T>(draw: () => T, times = 20_000): T[] => Array.from({ length: times }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe('seeded', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const [a, b, c] = [seeded('1 a'), seeded('1 a'), seeded('1 b')];
    const first = many(a, 50);
    expect(first).toEqual(many(b, 50));
    expect(first).not.toEqual(many(c, 50));
  });

  it('is even over [0, 1): mean 1/2, variance 1/12, no value next to its predecessor more often than chance', () => {
    const values = many(seeded('even'));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
    const products = values.slice(1).map((value, index) => (value - 0.5) * (values[index]! - 0.5));
    // Correlation of neighbours: standard error 1/sqrt(20,000) = 0.007.
    expect(Math.abs(mean(products) * 12)).toBeLessThan(0.03);
  });
});

describe('draws', () => {
  it('picks by weight and never what weighs nothing', () => {
    const random = seeded('pick');
    const picked = many(() => pick(random, [['a', 1] as const, ['never', 0] as const, ['b', 3] as const]));
    expect(picked).not.toContain('never');
    expect(picked.filter((name) => name === 'b').length / picked.length).toBeCloseTo(0.75, 1);
  });

  it('refuses to pick from nothing', () => {
    expect(() => pick(seeded('x'), [])).toThrow('nothing to pick from');
    expect(() => oneOf(seeded('x'), [])).toThrow('nothing to pick from');
  });

  it('has the moments that it claims', () => {
    const random = seeded('moments');
    expect(mean(many(() => uniform(random, 2, 4)))).toBeCloseTo(3, 1);
    const normals = many(() => normal(random));
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(variance(normals)).toBeCloseTo(1, 1);
    const counts = many(() => count(random, 40));
    expect(mean(counts) / 40).toBeCloseTo(1, 1);
    expect(variance(counts) / 40).toBeCloseTo(1, 1);
    const amounts = many(() => lognormal(random, 100, 0.5)).sort((a, b) => a - b);
    expect(amounts[10_000]! / 100).toBeCloseTo(1, 1);
  });
});

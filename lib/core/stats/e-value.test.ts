import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import { prefixSums } from './day-sums.ts';
import { fromLog, logEvidenceBelow, logTwoSided, precisionFor, studentised } from './e-value.ts';
import { type Estimate, estimate } from './estimate.ts';
import { sixteenDays } from './worked-days.test-data.ts';

const found = estimate(prefixSums(sixteenDays).at(-1)!)!;

describe('studentised', () => {
  it('is a t on the cube-root scale of revenue, or of cost (C2, C5)', () => {
    // The plain t is -1.795 / 0.296 = -6.06: too sure, since at break-even revenue would vary more.
    expect(studentised(found, 'revenue')).toBeCloseTo(-4.019145826, 6);
    expect(studentised(found, 'cost', 0)).toBeCloseTo(-16.79314785, 6);
    expect(studentised(found, 'cost', -1)).toBeCloseTo(-3.588493663, 6);
    expect(studentised(found, 'cost', 0.5)).toBeCloseTo(-7.74436636, 6);
  });

  it('is the ordinary t close to the hypothesis, and where there is no driver', () => {
    const near = { ...found, mean: -0.01 };
    expect(studentised(near, 'revenue')).toBeCloseTo(-0.01 / found.standardError, 3);
    expect(studentised({ ...found, driver: 0 }, 'revenue')).toBeCloseTo(found.mean / found.standardError, 9);
  });

  it('stays finite without any error, and 0 at the hypothesis itself', () => {
    const sure: Estimate = { ...found, standardError: 0 };
    expect(studentised(sure, 'revenue')).toBe(-1e6);
    expect(studentised({ ...sure, mean: 0 }, 'revenue')).toBe(0);
    expect(logEvidenceBelow(-1e6, 30)).toBeGreaterThan(10);
    expect(logEvidenceBelow(1e6, 400)).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });
});

describe('e-values', () => {
  it('reproduce the reference figures (C2, D1, D2)', () => {
    const t = studentised(found, 'revenue');
    expect(logTwoSided(t, found.effectiveDays)).toBeCloseTo(3.306528667, 6);
    expect(logEvidenceBelow(t, found.effectiveDays)).toBeCloseTo(3.997364143, 6);
    expect(fromLog(logEvidenceBelow(t, found.effectiveDays))).toBeCloseTo(54.45442661, 4);
    expect(logEvidenceBelow(-t, found.effectiveDays)).toBeCloseTo(-2.071249661, 6);
    expect(logTwoSided(-4, 7)).toBeCloseTo(1.888250715, 8);
    expect(logTwoSided(1, 365)).toBeCloseTo(-1.908136379, 8);
    expect(logEvidenceBelow(-3, 30)).toBeCloseTo(3.127474802, 8);
    expect(logEvidenceBelow(1, 90)).toBeCloseTo(-2.353570623, 8);
  });

  it.each([4, 10, 60, 365])('expect exactly 1 of a sound vendor after %d Gaussian days', (days) => {
    // With t = sqrt(nu) tan(a), Student's density is cos(a)^(nu-1): the mean of E over it, by the trapezium rule.
    const nu = days - 1;
    let [weights, below, twoSided] = [0, 0, 0];
    for (let i = 1; i < 20_000; i++) {
      const angle = Math.PI * (i / 20_000 - 0.5);
      const t = Math.sqrt(nu) * Math.tan(angle);
      const logDensity = (nu - 1) * Math.log(Math.cos(angle));
      weights += Math.exp(logDensity);
      below += Math.exp(logDensity + logEvidenceBelow(t, days));
      twoSided += Math.exp(logDensity + logTwoSided(t, days));
    }
    expect(below / weights).toBeCloseTo(1, 5);
    expect(twoSided / weights).toBeCloseTo(1, 5);
  });

  it('become the normal mixture of Robbins when days are many', () => {
    // ln[ 2 sqrt(phi / (T + phi)) exp(t^2 T / (2 (T + phi))) Phi(-t sqrt(T / (T + phi))) ] with phi = 3 days
    const [t, days] = [-2.5, 1e6];
    const shrunk = days / (days + 3);
    const limit =
      Math.LN2 + Math.log(1 - shrunk) / 2 + (t * t * shrunk) / 2 + Math.log(normalCdf(-t * Math.sqrt(shrunk), 0, 1));
    expect(logEvidenceBelow(t, days)).toBeCloseTo(limit, 4);
  });

  it('rise as the margin gets worse, and say nothing on a single day', () => {
    const values = [3, 1, 0, -1, -2, -4, -8, -50].map((t) => logEvidenceBelow(t, 20));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(logEvidenceBelow(-9, 1)).toBe(0);
  });

  it('stay finite as numbers', () => expect(fromLog(5000)).toBe(Math.exp(700)));
});

describe('precisionFor', () => {
  it('is most sensitive at the day asked for (D4)', () => {
    expect(precisionFor(20, 0.05)).toBeCloseTo(3.160126981, 8);
    expect(precisionFor(30, 0.025)).toBeCloseTo(3.780168294, 8);
  });
});

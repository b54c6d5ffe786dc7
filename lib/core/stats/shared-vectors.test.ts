import { existsSync, readFileSync } from 'node:fs';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import { describe, expect, it } from 'vitest';
import { type DayTotals, prefixSums, windowSums } from './day-sums.ts';
import { fromLog, logEvidenceBelow, logTwoSided, precisionFor, studentised } from './e-value.ts';
import { type Estimate, estimate } from './estimate.ts';
import { flagEvidence, recoveryEvidence } from './flag-evidence.ts';
import { boundary, confidenceInterval } from './interval.ts';
import { standTogether } from './many.ts';
import { type Moments, marginMoments } from './moments.ts';

/** The reference vectors, computed twice independently; agree to 6 digits. They live beside a checkout, not in it. */
const file = new URL('../../../../shared/data/vectors/statistics.json', import.meta.url);
const present = existsSync(file);
const required = process.env.BREAKEVEN_REQUIRE_SHARED === '1';

type Vector = { id: string; input: Record<string, unknown>; expected: unknown };
const vectors = new Map<string, Vector>(
  present ? JSON.parse(readFileSync(file, 'utf8')).vectors.map((vector: Vector) => [vector.id, vector]) : [],
);
const input = <T>(id: string) => vectors.get(id)!.input as T;
const cases = (id: string) => input<{ cases: [number, number, number][] }>(id).cases;
const expected = <T>(id: string) => vectors.get(id)!.expected as T;

/** Equal to 6 digits; "Infinity" is written as a text in JSON. */
function agrees(actual: number | null | undefined, wanted: number | string): void {
  const target = Number(wanted);
  if (!Number.isFinite(target)) expect(actual).toBe(target);
  else expect(Math.abs((actual ?? Number.NaN) - target)).toBeLessThanOrEqual(1e-6 * Math.max(1e-6, Math.abs(target)));
}
const allAgree = (actual: number[], id: string) => {
  const wanted = expected<(number | string)[]>(id);
  expect(actual.length).toBe(wanted.length);
  for (const [index, value] of actual.entries()) agrees(value, wanted[index]!);
};

const names: Record<string, keyof Estimate> = {
  T: 'days',
  N: 'calls',
  Teff: 'effectiveDays',
  mean: 'mean',
  driver: 'driver',
  s2: 'callVariance',
  Vday: 'dayBased',
  Viid: 'callBased',
  deff: 'designEffect',
  r1raw: 'rawCorrelation',
  r1: 'correlation',
  infl: 'inflation',
  V: 'totalVariance',
  se: 'standardError',
  effSales: 'effectiveSales',
};
const estimateAgrees = (found: Estimate, id: string) => {
  for (const [name, value] of Object.entries(expected<Record<string, number>>(id))) agrees(found[names[name]!], value);
};
const days = (id: string) => prefixSums(input<{ days: DayTotals[] }>(id).days);
const c1 = () => estimate(days('C1').at(-1)!)!;
const c6 = (floor = 0) => estimate(windowSums(days('C6'), 2, 10), floor)!;

it.runIf(required)('finds the shared vectors where they are required', () => expect(present).toBe(true));

describe.skipIf(!present)('reference vectors of ../shared/data (skipped where that folder is absent)', () => {
  it('A1-A3: the distributions that are built upon', () => {
    allAgree(
      cases('A1').map(([t, df]) => studentCdf(t, df)),
      'A1',
    );
    allAgree(
      input<{ cases: number[] }>('A2').cases.map((z) => normalCdf(z, 0, 1)),
      'A2',
    );
    allAgree(
      input<{ cases: number[] }>('A3').cases.map((p) => normalQuantile(p, 0, 1)),
      'A3',
    );
  });

  it.each(['B1', 'B2'])('%s: margin moments', (id) => {
    const { mom, w } = input<{ mom: Moments; w: Record<string, number> }>(id);
    const found = marginMoments(mom, { a: 0, b: 0, c: 0, e: 0, ...w });
    const wanted = expected<Record<'n' | 'sum' | 'mean' | 'variance', number>>(id);
    for (const field of ['n', 'sum', 'mean', 'variance'] as const) agrees(found[field], wanted[field]);
  });

  it('C1, C6, C7: estimates of a whole, of a window, and with a correlation floor', () => {
    estimateAgrees(c1(), 'C1');
    estimateAgrees(c6(), 'C6');
    estimateAgrees(c6(0.5), 'C7');
  });

  it('C2, C5: the studentised mean and its e-values', () => {
    const wanted = expected<Record<string, number>>('C2');
    const found = c1();
    const t = studentised(found, 'revenue');
    agrees(t, wanted.t!);
    agrees(logTwoSided(t, found.effectiveDays), wanted.logE2!);
    agrees(logEvidenceBelow(t, found.effectiveDays), wanted.logEBelow!);
    agrees(fromLog(logEvidenceBelow(t, found.effectiveDays)), wanted.EBelow!);
    agrees(logEvidenceBelow(-t, found.effectiveDays), wanted.logEAbove!);
    allAgree(
      input<{ m0: number[] }>('C5').m0.map((m0) => studentised(found, 'cost', m0)),
      'C5',
    );
  });

  it('C3, C4: the interval of either kind', () => {
    for (const [id, found] of [
      ['C3', confidenceInterval(c1(), 'revenue')],
      ['C4', confidenceInterval(c1(), 'cost', 0.05)],
    ] as const) {
      const wanted = expected<Record<string, number>>(id);
      agrees(found.lower, wanted.lower!);
      agrees(found.upper, wanted.upper!);
      agrees(found.boundary, wanted.boundary!);
      agrees(found.halfWidth, wanted.h!);
    }
  });

  it('D1-D4: e-values, boundaries and the precision rule', () => {
    allAgree(
      cases('D1').map(([t, effectiveDays, phi]) => logTwoSided(t, effectiveDays, phi)),
      'D1',
    );
    allAgree(
      cases('D2').map(([t, effectiveDays, phi]) => logEvidenceBelow(t, effectiveDays, phi)),
      'D2',
    );
    allAgree(
      cases('D3').map(([effectiveDays, phi, alpha]) => boundary(effectiveDays, alpha, phi)),
      'D3',
    );
    allAgree(
      cases('D4').map(([target, alpha]) => precisionFor(target, alpha)),
      'D4',
    );
  });

  it('E1, E2: evidence for a flag and for its end', () => {
    const wanted = expected<Record<string, number>>('E1');
    const prefix = days('E1');
    const stretch = { from: 0, to: prefix.length - 1, kind: 'revenue' } as const;
    const found = flagEvidence(prefix, stretch);
    agrees(found.evidence, wanted.E!);
    agrees(found.sinceStart, wanted.E0!);
    agrees(found.restarts, wanted.Erestart!);
    expect(found.since).toBe(wanted.since);
    agrees(recoveryEvidence(prefix, stretch), expected<number>('E2'));
  });

  it('F1: many at once', () => {
    const { e, alpha } = input<{ e: number[]; alpha: number }>('F1');
    expect(standTogether(e, alpha)).toEqual(expected('F1'));
  });
});

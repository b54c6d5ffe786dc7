import type { Kpi, Program } from '#contracts';
import { type Fraction, fractionOf } from '#money';
import type { RollupRow } from '#rollup';
import type { ScoreRow } from './inputs.ts';

type Rule = NonNullable<Program['serviceLevel']>;

/** Calls counted for a service level: within the program's threshold, and all that were offered. */
export type ServiceCounts = { offered: number; answeredWithin: number; abandonedWithin: number };

/** Service level by the program's rule for abandoned calls, as a ratio (economics.md section 5); null: nothing to count. */
export function serviceLevelRatio(
  abandons: Rule['abandons'],
  { offered, answeredWithin, abandonedWithin }: ServiceCounts,
): { part: number; whole: number } | null {
  const part = abandons === 'positive' ? answeredWithin + abandonedWithin : answeredWithin;
  const whole = abandons === 'ignored' ? offered - abandonedWithin : offered;
  return whole > 0 ? { part, whole } : null;
}

type Measured = {
  rows: readonly RollupRow[];
  scores: readonly ScoreRow[];
  programs: readonly Pick<Program, 'code' | 'serviceLevel'>[];
};

/**
 * The month's value of a KPI, an exact ratio of sums: shares from 0 to 1, AHT in seconds, scores on the scale that they
 * are given in, weighted by the calls scored. Null where it cannot be known: no calls, no waiting times, no scores.
 */
export function kpiValue(kpi: Kpi, { rows, scores, programs }: Measured): Fraction | null {
  const sum = (of: (row: RollupRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const inbound = rows.filter((row) => row.offered > 0);
  const handled = sum((row) => row.handled);
  switch (kpi) {
    case 'service_level':
      return serviceLevel(inbound, programs);
    case 'aht':
      return ratio(
        sum((row) => row.handleMs),
        handled * 1000,
      );
    case 'abandonment':
      return ratio(
        sumOf(inbound, (row) => row.abandoned),
        sumOf(inbound, (row) => row.offered),
      );
    case 'conversion':
      return ratio(
        sum((row) => row.outcomes.sale),
        handled,
      );
    case 'resolution':
      return ratio(
        sum((row) => row.outcomes.resolved),
        handled,
      );
    case 'qa':
    case 'csat':
      return score(scores.filter((own) => own.kpi === kpi));
  }
}

function sumOf(rows: readonly RollupRow[], of: (row: RollupRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function ratio(part: number, whole: number): Fraction | null {
  return whole === 0 ? null : { num: BigInt(part), den: BigInt(whole) };
}

/** Programs that count differently have no common service level, and calls without a waiting time have none. */
function serviceLevel(inbound: readonly RollupRow[], programs: Measured['programs']): Fraction | null {
  const rules = [...new Set(inbound.map((row) => row.program))].map(
    (code) => programs.find((program) => program.code === code)?.serviceLevel,
  );
  const [rule] = rules;
  const same = rules.every((other) => other?.seconds === rule?.seconds && other?.abandons === rule?.abandons);
  const known = sumOf(inbound, (row) => row.waitKnown);
  if (!rule || !same || known === 0 || known < sumOf(inbound, (row) => row.handled)) return null;
  const found = serviceLevelRatio(rule.abandons, {
    offered: sumOf(inbound, (row) => row.offered),
    answeredWithin: sumOf(inbound, (row) => row.answeredWithin),
    abandonedWithin: sumOf(inbound, (row) => row.abandonedWithin),
  });
  return found && ratio(found.part, found.whole);
}

function score(scores: readonly ScoreRow[]): Fraction | null {
  if (scores.length === 0) return null;
  let num = 0n;
  let den = 1n;
  for (const own of scores) {
    const value = fractionOf(own.score);
    num = num * value.den + value.num * BigInt(own.sample) * den;
    den *= value.den;
  }
  const calls = scores.reduce((total, own) => total + own.sample, 0);
  return { num, den: den * BigInt(calls) };
}

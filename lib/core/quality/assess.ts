import type { Assessment } from './assessment.ts';
import type { Check } from './checks/check.ts';
import { coverage, volume } from './checks/days.ts';
import { impossible } from './checks/impossible.ts';
import { outcomes } from './checks/outcomes.ts';
import { records } from './checks/records.ts';
import { reported } from './checks/reported.ts';
import { clockChange, future, precision } from './checks/starts.ts';
import { duplicates, overlaps, repeatedIds } from './checks/twice.ts';
import { zone } from './checks/zone.ts';
import type { BatchFacts } from './facts.ts';
import type { CheckCode, Finding, Severity } from './finding.ts';
import { assessDays } from './usual.ts';

const checks: Record<CheckCode, Check> = {
  records,
  coverage,
  volume,
  outcomes,
  impossible,
  future,
  precision,
  zone,
  clock_change: clockChange,
  overlaps,
  duplicates,
  repeated_ids: repeatedIds,
  reported,
};

/** What is to be said of a delivery. */
export function assess(facts: BatchFacts): Assessment {
  const days = assessDays(facts.volumes);
  const findings = Object.values(checks).flatMap((check) => check({ ...facts, days }));
  const named = days.map(({ day }) => day).sort();
  const [first, last] = [named[0], named.at(-1)];
  return {
    version: 1,
    at: facts.at,
    severity: worstOf(findings),
    records: facts.records,
    span: first && last ? { first, last } : null,
    findings,
    days,
    others: facts.others.words,
    rejects: facts.rejects,
    metrics: facts.metrics,
  };
}

/** What could not be looked at is no worse than fine. */
function worstOf(findings: readonly Finding[]): Severity {
  return (['wrong', 'look'] as const).find((own) => findings.some(({ severity }) => severity === own)) ?? 'fine';
}

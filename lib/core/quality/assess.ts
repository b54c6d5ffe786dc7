import type { Assessment } from './assessment.ts';
import type { BatchFacts } from './facts.ts';

/** What is to be said of a delivery. */
export function assess(facts: BatchFacts): Assessment {
  return {
    version: 1,
    at: facts.at,
    severity: 'fine',
    records: facts.records,
    span: null,
    findings: [],
    days: [],
    others: facts.others,
    rejects: facts.rejects,
  };
}

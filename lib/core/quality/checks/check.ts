import type { AssessedDay } from '../assessment.ts';
import type { BatchFacts } from '../facts.ts';
import type { CheckCode, Example, Figures, Finding, Severity } from '../finding.ts';

/** What every check is given: what was counted, and the days beside the usual ones. */
type Counted = BatchFacts & { days: readonly AssessedDay[] };

/** One thing that a delivery is looked at for; none where there is nothing to look at. */
export type Check = (counted: Counted) => Finding[];

/** Makes a check's findings, in the words of its code. */
export function finding(code: CheckCode) {
  return (severity: Severity, says: string, figures: Figures = {}, examples: readonly Example[] = []): Finding[] => [
    { code, severity, says, figures, examples },
  ];
}

/** A fault of so large a share of the calls is no exception but how the delivery is. */
const EXCEPTIONS = 0.01;

/** Some calls are worth a look; where they are no exceptions any more something is wrong. */
export function byShare(share: number): 'wrong' | 'look' {
  return share >= EXCEPTIONS ? 'wrong' : 'look';
}

/** How many of the first days, words or ids are told. */
export const TOLD = 10;

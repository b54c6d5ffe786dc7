import type { Contract, ContractVersion } from '#contracts';
import { dataSpan, type Session } from '#db';
import { proposedId, whatIf } from '#economics';
import type { Text } from '#format';
import type { Missing, Statement } from '#pricing';
import { addDays, type Period, period } from '#time';
import { ofScope } from './contract-scope.ts';
import { trialInput } from './contract-trial.ts';

/** A fault of terms, where it was entered: `charges[1].rate`. */
export type DraftFault = { path: string; message: string | Text };

/** Terms may take days from the version that they come from; those of another version are not theirs to take. */
export function overlapFaults(versions: readonly ContractVersion[], draft: Contract, id: string | null): DraftFault[] {
  return ofScope(versions, draft)
    .filter((version) => version.id !== id && (draft.to === null || version.from < draft.to))
    .filter((version) => version.to === null || draft.from < version.to)
    .map(({ from, to }): DraftFault => {
      if (draft.from < from)
        return { path: 'to', message: { key: 'contracts.runsInto', values: { day: { kind: 'day', day: from } } } };
      if (to === null)
        return {
          path: 'from',
          message: { key: 'contracts.overlapsOpen', values: { day: { kind: 'day', day: from } } },
        };
      const values = { when: { kind: 'period', from, to }, day: { kind: 'day', day: to } } as const;
      return { path: 'from', message: { key: 'contracts.overlaps', values } };
    });
}

/**
 * Charges that lack what they are counted by in every month of the terms' past days: without any logged hours, say. A
 * month among others that still waits for its file is no fault of the contract.
 */
export async function lackingFaults(session: Session, draft: Contract): Promise<DraftFault[]> {
  const days = await daysTouched(session, draft);
  const input = days && (await trialInput(session, draft, days));
  if (!input) return [];
  // Hours, scores and indices do not follow from how calls are rated, so recorded rows serve.
  const { proposed } = whatIf(input);
  return lackingInAll(proposed.statements.filter(({ contractId }) => contractId === proposedId)).map(
    ({ place, input, charge }) => ({
      path: `charges[${place}]${fieldOf(input)}`,
      message: { key: 'contracts.lacks', values: { input, charge } },
    }),
  );
}

function lackingInAll(statements: readonly Statement[]): Missing[] {
  const [first] = statements;
  return (first?.missing ?? []).filter(
    ({ place, input }) =>
      input !== 'variable_lines' &&
      statements.every(({ missing }) => missing.some((own) => own.place === place && own.input === input)),
  );
}

/** The field by which the reader chose what is lacking. */
function fieldOf(input: Missing['input']): string {
  if (input === 'logged_hours') return '.basis';
  if (input === 'fte') return '';
  return input === 'index' ? '.index' : '.kpi';
}

/** The days with calls on which terms would hold; null without any. */
export async function daysTouched({ database }: Session, { vendor, from, to }: Contract): Promise<Period | null> {
  const span = await dataSpan(database, vendor);
  if (!span) return null;
  const end = addDays(span.last, 1);
  const first = from > span.first ? from : span.first;
  const last = to !== null && to < end ? to : end;
  return first < last ? period(first, last) : null;
}

import { requirePermission } from '#auth';
import { amend, type Contract, type ContractVersion, parseContract } from '#contracts';
import { dataSpan, listVersions, type Session } from '#db';
import { proposedId } from '#economics';
import type { Text } from '#format';
import { MissingRateError } from '#money';
import { previewFigures, previewLines, type Table } from '#reports';
import { addDays, type Day, type Month, monthOf, monthPeriod } from '#time';
import { type DraftFault, daysTouched, lackingFaults, overlapFaults } from './contract-faults.ts';
import { contractTrial, type Trial } from './contract-trial.ts';

/** Terms as they stand in an editor, as a declaration writes them; `id` is of the contract that they come from. */
export type DraftInput = { id: string | null; terms: unknown };

/** What terms would do, before they are saved. */
export type DraftPreview = {
  faults: DraftFault[];
  /** What saving does to the stored versions, and whether it touches days that are past. */
  effects: Text[];
  /** The last full month with calls under these terms and as it was; null without such calls. */
  month: { month: Month; lines: Table; figures: Table; rerated: boolean } | null;
};

const nothing: DraftPreview = { faults: [], effects: [], month: null };

/** A month of recorded calls priced under the terms of an editor, next to the terms that were in force. */
export async function contractPreview(session: Session, { id, terms }: DraftInput): Promise<DraftPreview> {
  requirePermission(session, 'view', 'statements');
  const parsed = parseContract(terms);
  if (!parsed.ok) return { ...nothing, faults: parsed.issues };
  const draft = parsed.contract;
  const versions = await listVersions(session.database);
  const overlapping = overlapFaults(versions, draft, id);
  if (overlapping.length > 0) return { ...nothing, faults: overlapping };
  const effects = await effectsOf(session, versions, draft);
  try {
    const month = await triedMonth(session, draft);
    // Only a charge that this month cannot price may be one that none can.
    const faults = month && month.lines.notes.length > 0 ? await lackingFaults(session, draft) : [];
    return { faults, effects, month };
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
    return { faults: [{ path: 'currency', message: error.message }], effects, month: null };
  }
}

async function effectsOf(session: Session, versions: readonly ContractVersion[], draft: Contract): Promise<Text[]> {
  const steps = amend(versions, draft).map(({ action, before, after }): Text => {
    const { from, to } = after ?? before ?? draft;
    const values = { from: { kind: 'day', day: from }, to: { kind: 'day', day: to ?? from } } as const;
    return { key: `contracts.effect.${action}`, values: { ...values, end: to === null ? 'open' : 'closed' } };
  });
  const days = await daysTouched(session, draft);
  const touch: Text = days
    ? { key: 'contracts.touches', values: { days: { kind: 'period', ...days } } }
    : { key: 'contracts.touchesNothing' };
  return [...steps, touch];
}

async function triedMonth(session: Session, draft: Contract): Promise<DraftPreview['month']> {
  const span = await dataSpan(session.database, draft.vendor);
  for (const month of span ? fullMonths(span) : []) {
    const trial = await contractTrial(session, draft, monthPeriod(month));
    if (trial) return shown(month, trial);
  }
  return null;
}

const LOOK_BACK = 12;

/** Months that are full of data, the latest first; the last one there is where none is full. */
function fullMonths({ first, last }: { first: Day; last: Day }): Month[] {
  const months: Month[] = [];
  const end = addDays(last, 1);
  for (let month = monthOf(last); monthPeriod(month).to > first; month = monthOf(addDays(monthPeriod(month).from, -1)))
    if (monthPeriod(month).to <= end) months.push(month);
  return months.length > 0 ? months.slice(0, LOOK_BACK) : [monthOf(last)];
}

function shown(month: Month, { currency, rerated, current, proposed }: Trial): DraftPreview['month'] {
  const isOf = (own: { month: Month }) => own.month === month;
  const statement = proposed.statements.find((own) => own.contractId === proposedId && isOf(own));
  if (!statement) return null;
  const input = {
    month,
    currency,
    proposed: statement,
    current: current.statements.filter(isOf),
    before: current.economics,
    after: proposed.economics,
  };
  return { month, lines: previewLines(input), figures: previewFigures(input), rerated };
}

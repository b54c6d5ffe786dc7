import { requirePermission } from '#auth';
import { amend, type Contract, type ContractVersion, parseContract } from '#contracts';
import { type Db, dataSpan, idsByCode, listVersions, loadBooks, lockTerms, type Session, saveAmendment } from '#db';
import { type Economics, economics } from '#economics';
import { addDays, type Day, intersect, type Period, period } from '#time';
import { OperationError } from './errors.ts';
import { judgeAll } from './judge-vendors.ts';
import { missingInputs } from './missing-inputs.ts';
import { currentTerms, type Progress, rerateChanged } from './rerate-changed.ts';

/** Terms to put in force, as a declaration writes a contract, and why. */
export type ContractInput = { terms: unknown; note?: string | null };

/** A month of a vendor (and program) before and after a change; null = unknown. Amounts in the contract's currency. */
export type MovedMonth = {
  month: string;
  handled: number;
  before: MovedFigures;
  after: MovedFigures;
};
type MovedFigures = {
  charges: string | null;
  costPerCall: number | null;
  billedCalls: number;
  billedSeconds: number;
};

export type ContractChanged = {
  /** The versions that now stand in place of what was changed. */
  versions: string[];
  /** Local days whose calls were rated anew. */
  days: number;
  currency: string;
  /** Months with calls whose figures moved. */
  moved: MovedMonth[];
};

/**
 * Puts terms in force from their first day to their last: versions that they cut into end there, the history keeps what
 * was, and past days that the terms touch are rated, rolled up and judged anew, all in one transaction. Returns what
 * moved, month by month.
 */
export async function changeContract(
  session: Session,
  input: ContractInput,
  report: Progress = () => {},
): Promise<ContractChanged> {
  requirePermission(session, 'change', 'declarations');
  const terms = readTerms(input.terms);
  return session.database.transaction(async (tx) => {
    await lockTerms(tx);
    await refuseUndeclared(tx, terms);
    const before = await currentTerms(tx);
    const steps = amend(before.versions, terms);
    const span = await touchedSpan(
      tx,
      terms,
      steps.flatMap(({ before: was }) => was ?? []),
    );
    const was = span && (await monthsOf(tx, terms, span));
    const by = { actor: session.actor.id, at: session.now(), note: input.note ?? null };
    const versions = await saveAmendment(tx, steps, by);
    const { days } = await rerateChanged(tx, { before, after: await currentTerms(tx) }, report);
    await refuseMissing(tx, terms, versions);
    if (span) await judgeAll(tx, session.now());
    const is = span && (await monthsOf(tx, terms, span));
    return { versions, days, currency: terms.currency, moved: movedMonths(was ?? [], is ?? []) };
  });
}

function readTerms(input: unknown): Contract {
  const parsed = parseContract(input);
  if (parsed.ok) return parsed.contract;
  throw new OperationError('validation', 'the contract cannot be saved', parsed.issues);
}

async function refuseUndeclared(tx: Db, { vendor, program }: Contract): Promise<void> {
  const ids = await idsByCode(tx);
  const issues = [
    ...(ids.vendors.has(vendor) ? [] : [{ path: 'vendor', message: `"${vendor}" is not a declared vendor` }]),
    ...(program === undefined || ids.programs.has(program)
      ? []
      : [{ path: 'program', message: `"${program}" is not a declared program` }]),
  ];
  if (issues.length > 0) throw new OperationError('validation', 'the contract cannot be saved', issues);
}

/** A charge that lacks its input for every month with calls would make every figure unknown: said where it is entered. */
async function refuseMissing(tx: Db, { vendor }: Contract, saved: readonly string[]): Promise<void> {
  const versions = (await listVersions(tx)).filter(({ id }) => saved.includes(id));
  const issues = await missingInputs(tx, vendor, versions);
  if (issues.length === 0) return;
  const message = 'the contract cannot be saved: a charge lacks what it is counted by';
  throw new OperationError(
    'precondition_failed',
    message,
    issues.map(({ place, ...issue }) => ({ path: `charges[${place}]${issue.field}`, message: issue.message })),
  );
}

/** The days with calls that the change can touch: those of the terms, and of every version that they cut into. */
async function touchedSpan(tx: Db, terms: Contract, cut: readonly ContractVersion[]): Promise<Period | null> {
  const span = await dataSpan(tx, terms.vendor);
  if (!span) return null;
  const data = period(span.first, addDays(span.last, 1));
  const starts = [terms.from, ...cut.map(({ from }) => from)].sort();
  const first = starts[0] ?? terms.from;
  return intersect({ from: first as Day, to: null }, data);
}

async function monthsOf(tx: Db, { vendor, program, currency }: Contract, span: Period): Promise<Economics[]> {
  const books = await loadBooks(tx, span, { vendor, currency });
  return economics({ ...books, only: { vendor, program }, by: ['month'] });
}

function movedMonths(before: readonly Economics[], after: readonly Economics[]): MovedMonth[] {
  const months = [...new Set([...before, ...after].map(({ key }) => key.month ?? ''))].sort();
  return months.flatMap((month) => {
    const was = figuresOf(before.find(({ key }) => key.month === month));
    const now = after.find(({ key }) => key.month === month);
    const is = figuresOf(now);
    const moved = JSON.stringify(was) !== JSON.stringify(is);
    return moved ? [{ month, handled: now?.counts.handled ?? 0, before: was, after: is }] : [];
  });
}

function figuresOf(row: Economics | undefined): MovedFigures {
  return {
    charges: row?.money.charges == null ? null : String(row.money.charges),
    costPerCall: row?.perCall.cost ?? null,
    billedCalls: row?.counts.billed ?? 0,
    billedSeconds: row?.seconds.billed ?? 0,
  };
}

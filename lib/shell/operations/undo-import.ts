import { requirePermission } from '#auth';
import {
  type Batch,
  beginTouched,
  claimBatch,
  findBatch,
  markUndone,
  refreshTouched,
  rematchRevenue,
  type Session,
  undoWords,
} from '#db';
import { OperationError } from './errors.ts';
import { judgeAll } from './judge-vendors.ts';
import { refuseUnknownBatch } from './refuse-unknown-batch.ts';
import type { Progress } from './rerate-changed.ts';

/** What an undone import left behind: calls that are gone, and calls that are again what another import says. */
export type UndoneImport = { batch: string; removed: number; restored: number; days: number };

/** What is done in turn. */
const steps = ['storing', 'rolling_up', 'judging'] as const;

async function undo(session: Session, id: string, report: Progress): Promise<UndoneImport> {
  const step = (done: number) => report({ done, total: steps.length, step: steps[done] ?? '' });
  return session.database.transaction(async (tx) => {
    await step(0);
    await beginTouched(tx);
    const undone = await undoWords(tx, id);
    await rematchRevenue(tx);
    await step(1);
    const { days } = await refreshTouched(tx);
    await step(2);
    if (days > 0) await judgeAll(tx, session.now());
    if (!(await markUndone(tx, id, { by: session.actor.id, at: session.now() })))
      throw new OperationError('conflict', 'the import is not done, or no longer: there is nothing to undo');
    return { batch: id, ...undone, days };
  });
}

/** Refuses what was never done. */
function refuseOthers({ status }: Batch): void {
  if (status === 'done' || status === 'undone') return;
  throw new OperationError('conflict', `the import is ${status}: only one that is done can be undone`);
}

/**
 * Undoes an import: every call is again what the other imports say of it, as if this one had never been, and figures
 * and verdicts follow in the same transaction. The batch keeps its rejects. One that is undone already stays so. Throws
 * OperationError where it was never done.
 */
export async function undoImport(
  session: Session,
  { batch: id }: { batch: string },
  report: Progress = () => {},
): Promise<UndoneImport> {
  requirePermission(session, 'change', 'imports');
  refuseOthers(refuseUnknownBatch(await findBatch(session.database, id), id));
  const claim = await claimBatch(session.database, id);
  try {
    const now = await findBatch(session.database, id);
    return now?.status === 'undone' ? { batch: id, removed: 0, restored: 0, days: 0 } : await undo(session, id, report);
  } finally {
    await claim.release().catch(() => {});
  }
}

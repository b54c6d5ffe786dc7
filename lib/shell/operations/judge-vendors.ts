import { requirePermission } from '#auth';
import { type Db, dataSpan, forgetVerdicts, loadBooks, lockVerdicts, type Session, saveVerdicts } from '#db';
import { addDays, period } from '#time';
import { judgeBooks } from '#verdicts';

/**
 * Judges every vendor and program on what is stored, up to the last day with calls, and keeps verdicts and histories.
 * Runs inside the transaction that changed the figures, so that figures and verdicts never disagree.
 */
export async function judgeAll(tx: Db, now: Date): Promise<number> {
  await lockVerdicts(tx);
  const span = await dataSpan(tx);
  if (!span) {
    await forgetVerdicts(tx);
    return 0;
  }
  const books = await loadBooks(tx, period(span.first, addDays(span.last, 1)));
  const judgements = judgeBooks(books, span.last);
  await saveVerdicts(tx, judgements, { through: span.last, judgedAt: now });
  return judgements.length;
}

/** Judges all vendors afresh. */
export async function judgeVendors(session: Session): Promise<{ judged: number }> {
  requirePermission(session, 'change', 'verdicts');
  const judged = await session.database.transaction((tx) => judgeAll(tx, session.now()));
  return { judged };
}

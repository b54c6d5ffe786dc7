import { beginTouched, commitStaged, finishBatch, refreshTouched, rematchRevenue, type Session } from '#db';
import { batchFiles, type Delivery, inOneGo } from './delivery.ts';
import { CancelledError } from './import-failure.ts';
import type { Notes } from './import-notes.ts';
import type { ImportResult } from './import-result.ts';
import { judgeAll } from './judge-vendors.ts';
import { documentsOf, formatOf, metricsOf, type Reading, warningsOf } from './read-delivery.ts';
import type { Checked } from './recognise-delivery.ts';

/** Stores what was read of a delivery: calls, roll-up, verdicts and the batch's own end, all of them or none. */
export async function commitDelivery(
  session: Session,
  { id, claim }: Delivery,
  { reading, checked, notes }: { reading: Reading; checked: Checked; notes: Notes },
): Promise<Omit<ImportResult, 'seconds'>> {
  const { rows, calls, notCalls, rejected, bytesRead, first } = reading;
  const warnings = warningsOf(reading);
  const format = formatOf(reading);
  return inOneGo(session, { claim, notes }, async (tx) => {
    await notes.enter('storing');
    await beginTouched(tx);
    const { committed, ...stored } = await commitStaged(tx, id);
    await rematchRevenue(tx);
    await notes.enter('rolling_up');
    const { days } = await refreshTouched(tx);
    await notes.enter('judging');
    if (days > 0) await judgeAll(tx, session.now());
    const counts = { rows, calls, notCalls, rejected, ...stored, days };
    const isDone = await finishBatch(tx, id, {
      ...{ ...counts, format, warnings, bytesRead, committed, finishedAt: session.now() },
      ...{ metrics: metricsOf(reading), documents: documentsOf(reading) },
      ...{ files: batchFiles(checked.files), fingerprint: checked.fingerprint },
    });
    if (!isDone) throw new CancelledError();
    return { batch: id, ...counts, format, warnings, rejects: first, repeatOf: null };
  });
}

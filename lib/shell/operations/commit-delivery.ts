import { beginTouched, commitStaged, type Db, finishBatch, refreshTouched, rematchRevenue, type Session } from '#db';
import { batchFiles, type Delivery, inOneGo } from './delivery.ts';
import type { Notes } from './import-notes.ts';
import type { ImportResult } from './import-result.ts';
import { judgeAll } from './judge-vendors.ts';
import { factsOf, type Reading } from './read-delivery.ts';
import type { Checked } from './recognise-delivery.ts';

/** Stores what was read of a delivery: calls, roll-up, verdicts and the batch's own end, all of them or none. */
export async function commitDelivery(
  session: Session,
  { id, claim }: Delivery,
  { reading, checked, notes }: { reading: Reading; checked: Checked; notes: Notes },
): Promise<Omit<ImportResult, 'seconds'>> {
  const { rows, calls, notCalls, rejected, bytesRead, first } = reading;
  const facts = factsOf(reading);
  const { committed: _, ...stored } = await inOneGo(session, {
    ...{ claim, notes },
    work: (tx) => store(tx, id, { notes, now: session.now() }),
    end: (tx, counts) =>
      finishBatch(tx, id, {
        ...{ rows, calls, notCalls, rejected, ...counts, ...facts, bytesRead, finishedAt: session.now() },
        ...{ files: batchFiles(checked.files), fingerprint: checked.fingerprint },
      }),
  });
  const counts = { rows, calls, notCalls, rejected, ...stored };
  const { format, warnings } = facts;
  return { batch: id, ...counts, format, warnings, rejects: first, repeatOf: null };
}

/** Calls, what they earned later, roll-up, verdicts. */
async function store(tx: Db, id: string, { notes, now }: { notes: Notes; now: Date }) {
  await notes.enter('storing');
  await beginTouched(tx);
  const stored = await commitStaged(tx, id);
  await rematchRevenue(tx);
  await notes.enter('rolling_up');
  const { days } = await refreshTouched(tx);
  await notes.enter('judging');
  if (days > 0) await judgeAll(tx, now);
  return { ...stored, days };
}

import { type Committed, type Db, finishBatch, refreshTouched, rematchRevenue, type Session, type Store } from '#db';
import { batchFiles } from './delivery.ts';
import type { Notes } from './import-notes.ts';
import { judgeAll } from './judge-vendors.ts';
import { factsOf, type Reading } from './read-delivery.ts';
import type { Checked } from './recognise-delivery.ts';

/** What a delivery did to what is stored. */
export type StoredDelivery = Committed & { days: number };

/** Stores the rest of what was read, what it earned later, roll-up and verdicts; staging_touched has been opened. */
export async function storeRead(
  session: Session,
  tx: Db,
  { store, notes }: { store: Store; notes: Notes },
): Promise<StoredDelivery> {
  await notes.enter('storing');
  const stored = await store.finish();
  await rematchRevenue(tx);
  await notes.enter('rolling_up');
  const { days } = await refreshTouched(tx);
  await notes.enter('judging');
  if (days > 0) await judgeAll(tx, session.now());
  return { ...stored, days };
}

type Ended = { reading: Reading; stored: StoredDelivery; checked: Checked; at: Date };

/** Records with the batch that it is done; false where it has ended meanwhile. */
export function endRead(tx: Db, id: string, { reading, stored, checked, at }: Ended): Promise<boolean> {
  const { rows, calls, notCalls, rejected, bytesRead } = reading;
  return finishBatch(tx, id, {
    ...{ rows, calls, notCalls, rejected, bytesRead, ...stored, finishedAt: at },
    ...factsOf(reading),
    ...{ files: batchFiles(checked.files), fingerprint: checked.fingerprint },
  });
}

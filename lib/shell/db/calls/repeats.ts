import type { Db } from '../database.ts';
import { lockVendors } from '../rollup/amend.ts';
import { sameCall } from './word.ts';

/** Keeps imports of the vendor waiting until the transaction ends, or of every vendor where none is named. */
async function lockTheirs(tx: Db, vendor: string | null): Promise<void> {
  const vendors = await tx.sql.query<{ id: number }>(
    'select id from vendor where $1::text is null or code = $1::text',
    [vendor],
  );
  await lockVendors(
    tx,
    vendors.map(({ id }) => id),
  );
}

/** The latest batch of the same content whose words are stored as its own; null = there is none. */
async function sameContent(tx: Db, fingerprint: string): Promise<string | null> {
  const [found] = await tx.sql.query<{ id: string }>(
    `select id::text as id from import_batch
     where fingerprint = $1 and status = 'done' and repeat_of is null order by committed desc limit 1`,
    [fingerprint],
  );
  return found?.id ?? null;
}

/** Batches that were committed after this one and may speak of its calls. */
const later = `
  select l.id from import_batch l join import_batch b on b.id = $1::uuid
  where l.status = 'done' and l.repeat_of is null and l.committed > b.committed
    and (l.vendor_id = b.vendor_id or l.vendor_id is null or b.vendor_id is null)`;

/** Whether any later batch speaks of a call of this batch: with the batch's own word in `call`, or beside it. */
const overtaken = `
  with later as materialized (${later})
  select exists (
    select from call_word w where w.batch_id in (select id from later) and (
      exists (select from call c where ${sameCall('c', 'w')} and c.batch_id = $1::uuid)
      or exists (select from call_word o where ${sameCall('o', 'w')} and o.batch_id = $1::uuid))
  ) or (exists (select from later) and exists (
    select from call_word o join call c on ${sameCall('c', 'o')}
    where o.batch_id = $1::uuid and c.batch_id in (select id from later)
  )) as yes`;

/**
 * The batch that a delivery of this content would only repeat, to the end of the transaction: the same files were read
 * in the same way, and no later batch has spoken of its calls. So the delivery's words are that batch's, and stand at
 * the same place in the order of what was said. Null = there is none, and the delivery must be read.
 */
export async function repeatedBatch(
  tx: Db,
  { fingerprint, vendor }: { fingerprint: string; vendor: string | null },
): Promise<string | null> {
  await lockTheirs(tx, vendor);
  const id = await sameContent(tx, fingerprint);
  if (id === null) return null;
  const [found] = await tx.sql.query<{ yes: boolean }>(overtaken, [id]);
  return found?.yes === false ? id : null;
}

/** What was rejected of a batch was rejected of the one that repeats it. */
export async function copyRejects(tx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.sql.execute(
    `insert into import_reject (batch_id, position, file, row, "column", value, reason)
     select $2::uuid, position, file, row, "column", value, reason from import_reject where batch_id = $1::uuid`,
    [from, to],
  );
  await tx.sql.execute(
    `insert into import_rejected_row (batch_id, file, row, cells)
     select $2::uuid, file, row, cells from import_rejected_row where batch_id = $1::uuid`,
    [from, to],
  );
}

/**
 * Gives a batch's words to the first batch that repeats it: the same words, at the same place in the order of what was
 * said. Further repeats repeat that one from now on. False where none repeats it.
 */
export async function handToRepeat(tx: Db, batchId: string): Promise<boolean> {
  const [heir] = await tx.sql.query<{ id: string }>(
    `select id::text as id from import_batch
     where repeat_of = $1::uuid and status = 'done' order by committed limit 1`,
    [batchId],
  );
  if (!heir) return false;
  const both = [batchId, heir.id];
  await tx.sql.execute('update call set batch_id = $2::uuid where batch_id = $1::uuid', both);
  await tx.sql.execute('update call_word set batch_id = $2::uuid where batch_id = $1::uuid', both);
  await tx.sql.execute(
    `update import_batch set repeat_of = case when id = $2::uuid then null else $2::uuid end
     where repeat_of = $1::uuid and status = 'done'`,
    both,
  );
  return true;
}

import type { Db } from '../database.ts';
import { lockVendors } from '../rollup/amend.ts';
import { handToRepeat } from './repeats.ts';
import { differ, giveWord, sameCall, vendorDayOf, wordColumns, wordOf } from './word.ts';

/** What became of the calls that an undone batch held. */
export type Undone = { removed: number; restored: number };

/** Keeps whatever else changes calls of the batch's vendors waiting, until the transaction ends. */
async function lockWords(tx: Db, batchId: string): Promise<void> {
  const vendors = await tx.sql.query<{ id: number }>(
    `select vendor_id as id from call where batch_id = $1::uuid
     union select vendor_id from call_word where batch_id = $1::uuid
     union select vendor_id from import_batch where id = $1::uuid and vendor_id is not null`,
    [batchId],
  );
  await lockVendors(
    tx,
    vendors.map(({ id }) => id),
  );
}

/** Calls that may be held by another batch without this one's word: not those on which it only confirmed what stands. */
const listCalls = `
  create temp table undone_call on commit drop as
  select c.vendor_id, c.call_id from call c where c.batch_id = $1::uuid
  union all
  select w.vendor_id, w.call_id
  from call_word w
  join call c on ${sameCall('c', 'w')}
  join import_batch own on own.id = w.batch_id
  join import_batch holder on holder.id = c.batch_id
  where w.batch_id = $1::uuid and own.committed < holder.committed`;

/** What the other batches say of those calls. */
const listWords = `
  create temp table other_word on commit drop as
  select ${wordOf('c')}, b.committed
  from undone_call u join call c on ${sameCall('c', 'u')} join import_batch b on b.id = c.batch_id
  where c.batch_id <> $1::uuid
  union all
  select ${wordOf('w')}, b.committed
  from undone_call u join call_word w on ${sameCall('w', 'u')} join import_batch b on b.id = w.batch_id
  where w.batch_id <> $1::uuid`;

/** Who holds each call without the batch: the first of the batches that agree on what was said of it last. */
const listHolders = `
  create temp table next_word on commit drop as
  with latest as (
    select distinct on (vendor_id, call_id) * from other_word order by vendor_id, call_id, committed desc
  ), overruled as (
    select w.vendor_id, w.call_id, max(w.committed) as committed
    from other_word w join latest l on ${sameCall('w', 'l')} where ${differ('w', 'l')} group by 1, 2
  )
  select distinct on (w.vendor_id, w.call_id) w.*
  from other_word w left join overruled o on ${sameCall('w', 'o')}
  where o.committed is null or w.committed > o.committed
  order by w.vendor_id, w.call_id, w.committed`;

/** Days of the calls that change, as they are and as they will be. */
const touchBefore = `
  insert into staging_touched
  select distinct ${vendorDayOf('c')}
  from call c join program p on p.id = c.program_id left join next_word n on ${sameCall('n', 'c')}
  where c.batch_id = $1::uuid and (n.call_id is null or ${differ('n', 'c')})
  on conflict do nothing`;
const touchAfter = `
  insert into staging_touched
  select distinct ${vendorDayOf('n')}
  from next_word n join program p on p.id = n.program_id join call c on ${sameCall('n', 'c')}
  where c.batch_id = $1::uuid and ${differ('n', 'c')}
  on conflict do nothing`;

/** The word that a call had of another batch is kept beside it, where yet another batch holds it now. */
const keepHeld = `
  insert into call_word (${wordColumns})
  select ${wordOf('c')} from call c join next_word n on ${sameCall('n', 'c')}
  where c.batch_id <> $1::uuid and c.batch_id <> n.batch_id`;
const dropHolders = `
  delete from call_word w using next_word n where ${sameCall('w', 'n')} and w.batch_id = n.batch_id`;
const hold = (whose: string) => giveWord('next_word', 'n', whose);

async function takeBack(tx: Db, batchId: string): Promise<Undone> {
  const run = (statement: string) => tx.sql.execute(statement, statement.includes('$1') ? [batchId] : []);
  for (const statement of [listCalls, 'analyze undone_call', listWords, 'analyze other_word', listHolders])
    await run(statement);
  for (const statement of [touchBefore, touchAfter, keepHeld, dropHolders]) await run(statement);
  await run('delete from call_word where batch_id = $1::uuid');
  await run(hold('c.batch_id <> $1::uuid and c.batch_id <> n.batch_id'));
  const restored = await run(hold('c.batch_id = $1::uuid'));
  const removed = await run('delete from call where batch_id = $1::uuid');
  return { removed, restored };
}

/**
 * Takes back what a batch says of calls: each is what the other batches' words make it, as if the batch had never been,
 * and is gone where no other speaks of it. Lists the vendor-days that this changes in staging_touched.
 */
export async function undoWords(tx: Db, batchId: string): Promise<Undone> {
  await lockWords(tx, batchId);
  return (await handToRepeat(tx, batchId)) ? { removed: 0, restored: 0 } : takeBack(tx, batchId);
}

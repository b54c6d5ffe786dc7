import type { Db } from '../database.ts';
import { differ, giveWord, sameCall, vendorDayOf, wordColumns, wordOf } from './word.ts';

/** What a delivery's calls became. Calls = inserted + updated + unchanged + repeated. */
export type Stored = { inserted: number; updated: number; unchanged: number; repeated: number };

/** The next place in the order of batches; taken under the locks of its vendors, so that it is the order of their words. */
export async function nextCommitted(tx: Db): Promise<number> {
  const [next] = await tx.sql.query<{ place: number }>(`select nextval('import_batch_committed')::int as place`);
  if (!next) throw new Error('a sequence gave no number');
  return next.place;
}

const stored = sameCall('c', 's');
const differs = differ('c', 's');
/** Calls that another batch holds, and those that this one has stored already from an earlier row. */
const ofOther = 'c.batch_id <> s.batch_id';
const ofOwn = 'c.batch_id = s.batch_id';

/** Of an id that was staged twice the last row stands. */
const keepLast = `
  delete from staged_call s using (
    select ctid, row_number() over (partition by vendor_id, call_id order by batch_file desc, batch_row desc) as place
    from staged_call
  ) ranked
  where ranked.ctid = s.ctid and ranked.place > 1`;

/** Days of the calls that change, as they are and as they will be. */
const touch = (alias: 'c' | 's') => `
  insert into staging_touched
  select distinct ${vendorDayOf(alias)}
  from staged_call s left join call c on ${stored} join program p on p.id = ${alias}.program_id
  where c.call_id is null or ${differs}
  on conflict do nothing`;

/** Of calls that are stored with the same values already, what this batch says is kept beside them. */
const keepConfirmed = `
  insert into call_word (${wordColumns})
  select ${wordOf('s')} from staged_call s join call c on ${stored} where ${ofOther} and not (${differs})`;

/** What the stored calls were before this batch changes them stays the word of the batch that they are from. */
const keepOverruled = `
  insert into call_word (${wordColumns})
  select ${wordOf('c')} from staged_call s join call c on ${stored} where ${ofOther} and ${differs}`;

const update = (which: string) => giveWord('staged_call', 's', which);

const insert = `
  insert into call (${wordColumns})
  select ${wordOf('s')} from staged_call s where not exists (select from call c where ${stored})`;

async function staged(tx: Db): Promise<number> {
  const [found] = await tx.sql.query<{ calls: number }>('select count(*)::int as calls from staged_call');
  return found?.calls ?? 0;
}

/**
 * Upserts the staged calls and lists the vendor-days that this changes in staging_touched. Calls that are already stored
 * with the same values are not touched. A call that this delivery itself has stored before is its own earlier row.
 */
export async function mergeStaged(tx: Db): Promise<Stored> {
  const run = (statement: string) => tx.sql.execute(statement);
  const doubled = await run(keepLast);
  await run('analyze staged_call');
  const distinct = await staged(tx);
  for (const statement of [touch('c'), touch('s'), keepConfirmed, keepOverruled]) await run(statement);
  const again = await run(update(ofOwn));
  const updated = await run(update(`${ofOther} and ${differs}`));
  const inserted = await run(insert);
  return { inserted, updated, unchanged: distinct - again - inserted - updated, repeated: doubled + again };
}

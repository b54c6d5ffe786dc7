import type { BatchFacts } from '#quality';
import type { Db } from '../database.ts';
import { handleMs } from './batch-calls.ts';
import { casesOf } from './examples.ts';

/** Calls that can be told from another that is alike: somebody's, in which somebody talked. */
export const isComparable = (call: string) =>
  `${call}.talk_ms > 0 and (${call}.agent is not null or ${call}.customer_ref is not null)`;

/** Calls of other deliveries in the days of the batch. */
const others = (
  batchId: string,
) => `call c where ${isComparable('c')} and c.leg_of is null and c.batch_id <> '${batchId}'
  and c.vendor_id in (select distinct vendor_id from assessed_hours)
  and c.started_at between (select min(started_at) from assessed) and (select max(started_at) from assessed)`;

/** Moments at which several calls begin that last as long: numbers alone sort these out of millions. */
const moments = (batchId: string) => `
  select vendor_id, started_at, talk_ms
  from (select a.vendor_id, a.started_at, a.talk_ms from assessed a where ${isComparable('a')}
    union all select c.vendor_id, c.started_at, c.talk_ms from ${others(batchId)}) t
  group by 1, 2, 3 having count(*) > 1`;

/** What two records of one call have in common; whose it is: its agent's, else its customer's. */
const common = (
  call: string,
) => `${call}.vendor_id, coalesce(${call}.agent, encode(${call}.customer_ref, 'hex')) as whose,
  ${call}.started_at, ${call}.talk_ms, coalesce(${call}.hold_ms, -1) as hold, coalesce(${call}.wrap_ms, -1) as wrap`;
const key = 'vendor_id, whose, started_at, talk_ms, hold, wrap';
const atMoment = (call: string) =>
  `(${call}.vendor_id, ${call}.started_at, ${call}.talk_ms) in (select * from moments)`;

/** Groups of several ids, with at least one of the batch's own. */
const groups = (batchId: string) => `
  select ${key}, count(*)::int as ids, count(*) filter (where not here)::int as stored, min(call_id) as first_id
  from (select ${common('a')}, a.call_id, true as here from assessed a where ${isComparable('a')} and ${atMoment('a')}
    union all
    select ${common('c')}, c.call_id, false from ${others(batchId)} and ${atMoment('c')}
      and not exists (select from assessed own where own.vendor_id = c.vendor_id and own.call_id = c.call_id)) t
  group by ${key} having count(*) > 1 and bool_or(here)`;

const alike = `assessed a join duplicated d on d.vendor_id = a.vendor_id and d.started_at = a.started_at
  and d.talk_ms = a.talk_ms and d.hold = coalesce(a.hold_ms, -1) and d.wrap = coalesce(a.wrap_ms, -1)
  and d.whose = coalesce(a.agent, encode(a.customer_ref, 'hex')) where a.call_id <> d.first_id`;

/** Calls that are there under another id too, of those that can be compared. */
export async function countDuplicates(tx: Db, batchId: string, tested: number): Promise<BatchFacts['duplicates']> {
  if (tested === 0) return { tested, groups: 0, calls: 0, stored: 0, ms: 0, examples: [] };
  await tx.sql.execute(`create temp table moments on commit drop as ${moments(batchId)}`);
  await tx.sql.execute('analyze moments');
  await tx.sql.execute(`create temp table duplicated on commit drop as ${groups(batchId)}`);
  const [found] = await tx.sql.query<Pick<BatchFacts['duplicates'], 'groups' | 'calls' | 'stored' | 'ms'>>(
    `select count(*)::int as groups, coalesce(sum(ids - 1), 0)::int as calls,
       count(*) filter (where stored > 0)::int as stored,
       coalesce(sum((ids - 1)::float8 * (talk_ms + greatest(hold, 0) + greatest(wrap, 0))), 0)::float8 as ms
     from duplicated`,
  );
  const { groups: sets = 0, calls = 0, stored = 0, ms = 0 } = found ?? {};
  const { examples } = await casesOf(tx, calls, alike, { ms: handleMs('a'), other: 'd.first_id' });
  return { tested, groups: sets, calls, stored, ms, examples };
}

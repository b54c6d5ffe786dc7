import type { BatchFacts } from '#quality';
import type { Db } from '../database.ts';
import { casesOf } from './examples.ts';

/** Whose call it is: its agent's, else its customer's. */
const whose = `coalesce(agent, encode(customer_ref, 'hex'))`;
const durations = `talk_ms, coalesce(hold_ms, -1) as hold, coalesce(wrap_ms, -1) as wrap`;
const tested = `${whose} is not null and talk_ms > 0`;

/** The batch's calls and all others of their vendors in the same days, by what two records of one call have in common. */
const together = `
  select vendor_id, ${whose} as whose, started_at, ${durations}, call_id, true as here
  from assessed where ${tested}
  union all
  select vendor_id, ${whose}, started_at, ${durations}, call_id, false
  from call
  where ${tested} and leg_of is null and vendor_id in (select distinct vendor_id from assessed)
    and started_at between (select min(started_at) from assessed) and (select max(started_at) from assessed)
    and not exists (select from assessed own where own.vendor_id = call.vendor_id and own.call_id = call.call_id)`;

const key = 'vendor_id, whose, started_at, talk_ms, hold, wrap';

/** Groups of several ids, with at least one of the batch's own. */
const groups = `
  select ${key}, count(*)::int as ids, count(*) filter (where not here)::int as stored, min(call_id) as first_id
  from (${together}) t group by ${key} having count(*) > 1 and bool_or(here)`;

/** Calls that are there under another id too. */
export async function countDuplicates(tx: Db): Promise<BatchFacts['duplicates']> {
  const [all] = await tx.sql.query<{ tested: number }>(`select count(*)::int as tested from assessed where ${tested}`);
  if (!all || all.tested === 0) return { tested: 0, groups: 0, calls: 0, stored: 0, ms: 0, examples: [] };
  await tx.sql.execute(`create temp table duplicated on commit drop as ${groups}`);
  const [found] = await tx.sql.query<Pick<BatchFacts['duplicates'], 'groups' | 'calls' | 'stored' | 'ms'>>(
    `select count(*)::int as groups, coalesce(sum(ids - 1), 0)::int as calls,
       count(*) filter (where stored > 0)::int as stored,
       coalesce(sum((ids - 1)::float8 * (talk_ms + greatest(hold, 0) + greatest(wrap, 0))), 0)::float8 as ms
     from duplicated`,
  );
  const { groups: sets = 0, calls = 0, stored = 0, ms = 0 } = found ?? {};
  const same = `assessed a join duplicated d on d.vendor_id = a.vendor_id
    and d.whose = coalesce(a.agent, encode(a.customer_ref, 'hex')) and d.started_at = a.started_at
    and d.talk_ms = a.talk_ms and d.hold = coalesce(a.hold_ms, -1) and d.wrap = coalesce(a.wrap_ms, -1)
    where a.call_id <> d.first_id`;
  const { examples } = await casesOf(tx, calls, same, { ms: 'a.handle_ms', other: 'd.first_id' });
  return { tested: all.tested, groups: sets, calls, stored, ms, examples };
}

import type { BatchFacts } from '#quality';
import type { Db } from '../database.ts';
import { casesOf } from './examples.ts';

/** Handle times of agents, from when the wait was over. */
const busy = `
  select *, max(ended) over (partition by vendor_id, agent order by begun, call_id
    rows between unbounded preceding and 1 preceding) as busy_until
  from (select *, started_at + coalesce(wait_ms, 0) * interval '1 millisecond' as begun,
      started_at + (coalesce(wait_ms, 0) + handle_ms) * interval '1 millisecond' as ended
    from assessed where agent is not null and answered and handle_ms > 0) timed`;

const overlap = 'least(a.busy_until, a.ended) - a.begun';
/** An agent's first call has none before it; least() would take its own end instead. */
const overlapping = `a.busy_until is not null and ${overlap} > interval '5 seconds'`;

/** The call that the agent was still busy with. */
const other = `(select b.call_id from assessed b where b.vendor_id = a.vendor_id and b.agent = a.agent and b.answered
  and b.call_id <> a.call_id
  and b.started_at + coalesce(b.wait_ms, 0) * interval '1 millisecond' <= a.begun
  and b.started_at + (coalesce(b.wait_ms, 0) + b.handle_ms) * interval '1 millisecond' = a.busy_until
  order by b.file, b.row limit 1)`;

/** Calls of one agent that begin more than 5 seconds before an earlier one of theirs has ended. */
export async function countOverlaps(tx: Db): Promise<BatchFacts['overlaps']> {
  const ms = `extract(epoch from ${overlap}) * 1000`;
  const [found] = await tx.sql.query<{ tested: number; calls: number; ms: number }>(
    `select count(*)::int as tested, count(*) filter (where ${overlapping})::int as calls,
       coalesce(sum(${ms}) filter (where ${overlapping}), 0)::float8 as ms
     from (${busy}) a`,
  );
  const { tested = 0, calls = 0, ms: all = 0 } = found ?? {};
  const cases = await casesOf(tx, calls, `(${busy}) a where ${overlapping}`, { ms, other });
  return { ...cases, tested, ms: all };
}

import type { BatchFacts } from '#quality';
import type { Db } from '../database.ts';
import { handleMs } from './batch-calls.ts';
import { casesOf } from './examples.ts';

const begun = (call: string) => `(${call}.started_at + coalesce(${call}.wait_ms, 0) * interval '1 millisecond')`;
const ended = (call: string) => `(${begun(call)} + ${handleMs(call)} * interval '1 millisecond')`;

/**
 * Handle times of agents, from when the wait was over; agents by a number, which is sorted by sooner than a name. A
 * transferred call is left out: its time is of several agents, and only one of them is named.
 */
const busy = `
  select *, max(ended) over (partition by agent_id order by begun, call_id
    rows between unbounded preceding and 1 preceding) as busy_until
  from (select c.vendor_id, c.program_id, c.agent, c.call_id, c.file, c.row, c.started_at, n.agent_id, ${begun('c')} as begun,
      ${ended('c')} as ended
    from assessed c
    join (select vendor_id, agent, row_number() over () as agent_id from assessed where agent is not null group by 1, 2) n
      on n.vendor_id = c.vendor_id and n.agent = c.agent
    where c.answered and not c.is_shared and ${handleMs('c')} > 0) timed`;

const overlap = 'least(a.busy_until, a.ended) - a.begun';

/** The call that the agent was still busy with. */
const other = `(select b.call_id from assessed b where b.vendor_id = a.vendor_id and b.agent = a.agent and b.answered and not b.is_shared
  and b.call_id <> a.call_id and ${begun('b')} <= a.begun and ${ended('b')} = a.busy_until order by b.file, b.row limit 1)`;

/** Calls of one agent that begin more than 5 seconds before an earlier one of theirs has ended. */
export async function countOverlaps(tx: Db): Promise<BatchFacts['overlaps']> {
  const ms = `extract(epoch from ${overlap}) * 1000`;
  await tx.sql.execute(`create temp table busy on commit drop as ${busy}`);
  // An agent's first call has none before it; least() would take its own end instead.
  const overlapping = `a.busy_until is not null and ${overlap} > interval '5 seconds'`;
  const [found] = await tx.sql.query<{ tested: number; calls: number; ms: number }>(
    `select count(*)::int as tested, count(*) filter (where ${overlapping})::int as calls,
       coalesce(sum(${ms}) filter (where ${overlapping}), 0)::float8 as ms
     from busy a`,
  );
  const { tested = 0, calls = 0, ms: all = 0 } = found ?? {};
  const cases = await casesOf(tx, calls, `busy a where ${overlapping}`, { ms, other });
  return { ...cases, tested, ms: all };
}

import type { BatchFacts } from '#quality';
import type { Day } from '#time';
import type { Db } from '../database.ts';
import { casesOf } from './examples.ts';

/** How many calls begin on the dot, on the clock of their program. */
export async function countStarts(tx: Db): Promise<BatchFacts['starts']> {
  const [found] = await tx.sql.query<BatchFacts['starts']>(
    `select count(*) filter (where local_at = date_trunc('day', local_at))::int as midnight,
       count(*) filter (where local_at = date_trunc('hour', local_at))::int as hour,
       count(*) filter (where local_at = date_trunc('minute', local_at))::int as minute
     from assessed`,
  );
  return found ?? { midnight: 0, hour: 0, minute: 0 };
}

/** Clocks of two machines are never quite the same. */
const TOLERANCE = `interval '5 minutes'`;

/** Calls that begin after the moment of the count. */
export async function countFuture(tx: Db, at: Date): Promise<BatchFacts['future']> {
  const now = `'${at.toISOString()}'::timestamptz`;
  const later = `a.started_at > ${now} + ${TOLERANCE}`;
  const ms = `extract(epoch from a.started_at - ${now}) * 1000`;
  const [found] = await tx.sql.query<{ calls: number; latestMs: number | null }>(
    `select count(*)::int as calls, (max(${ms}))::float8 as "latestMs" from assessed a where ${later}`,
  );
  const cases = await casesOf(tx, found?.calls ?? 0, `assessed a where ${later}`, { ms });
  return { ...cases, latestMs: found?.latestMs ?? 0 };
}

const ENOUGH = 200;
const hourly = (rows: readonly { hour: number; calls: number }[]) =>
  Array.from({ length: 24 }, (_, hour) => rows.find((row) => row.hour === hour)?.calls ?? 0);

/** Which four weeks: right before the first call, or right after the last. */
const around = {
  before: `c.started_at >= span.first - interval '28 days' and c.started_at < span.first`,
  after: `c.started_at > span.last and c.started_at <= span.last + interval '28 days'`,
};

/** Calls by local hour of the same vendors and programs in the four weeks before it; where those are few, after it. */
async function usualHours(tx: Db, when: keyof typeof around = 'before'): Promise<number[]> {
  const rows = await tx.sql.query<{ hour: number; calls: number }>(
    `select extract(hour from c.started_at at time zone p.timezone)::int as hour, count(*)::int as calls
     from (select min(started_at) as first, max(started_at) as last from assessed) span
     cross join (select distinct vendor_id, program_id from assessed) own
     join program p on p.id = own.program_id
     join call c on c.vendor_id = own.vendor_id and c.program_id = own.program_id and ${around[when]}
     where c.leg_of is null group by 1`,
  );
  const hours = hourly(rows);
  const enough = hours.reduce((sum, calls) => sum + calls, 0) >= ENOUGH;
  return when === 'before' && !enough ? usualHours(tx, 'after') : hours;
}

/** Calls by local hour, beside the vendor's others. */
export async function countHours(tx: Db): Promise<BatchFacts['hours']> {
  const rows = await tx.sql.query<{ hour: number; calls: number }>(
    'select extract(hour from local_at)::int as hour, count(*)::int as calls from assessed group by 1',
  );
  return { here: hourly(rows), usual: await usualHours(tx) };
}

/** The days with calls on which the clocks of their program change. */
export async function findClockChanges(tx: Db): Promise<BatchFacts['clockChanges']> {
  return tx.sql.query<{ day: Day; hours: number; calls: number }>(
    `select day::text as day, hours, sum(calls)::int as calls
     from (select day, calls, (extract(epoch from (day + 1)::timestamp at time zone timezone
         - day::timestamp at time zone timezone) / 3600)::float8 as hours
       from (select timezone, local_at::date as day, count(*) as calls from assessed group by 1, 2) days) lasting
     where hours <> 24 group by day, hours order by day`,
  );
}

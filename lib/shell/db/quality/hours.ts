import type { BatchFacts, VolumeDay } from '#quality';
import type { Day } from '#time';
import type { Db } from '../database.ts';

/** So many days around a batch are what is usual: a quarter of a year either way. */
const AROUND = 91;
const ENOUGH = 200;

/** Sums the calls by vendor, program and hour of the clock of that, for what is asked of days and hours below. */
export async function sumHours(tx: Db): Promise<void> {
  await tx.sql.execute(
    `create temp table assessed_hours on commit drop as
     select vendor_id, program_id, date_trunc('hour', local_at) as hour, count(*) as calls from assessed group by 1, 2, 3`,
  );
}

/** The days of the batch's vendors around it: its own calls, and all that are stored of the same programs. */
export async function readVolumes(tx: Db): Promise<VolumeDay[]> {
  return tx.sql.query<VolumeDay>(
    `with here as (
       select vendor_id, hour::date as day, sum(calls) as calls from assessed_hours group by 1, 2
     ), stored as (
       select r.vendor_id, r.day, sum(r.calls) as calls
       from (select vendor_id, min(day) - ${AROUND} as first, max(day) + ${AROUND} as last from here group by 1) span
       join (select distinct vendor_id, program_id from assessed_hours) own using (vendor_id)
       join call_rollup r on r.vendor_id = own.vendor_id and r.program_id = own.program_id
         and r.day between span.first and span.last
       group by 1, 2
     )
     select v.code as vendor, day::text as day, coalesce(here.calls, 0)::int as here, coalesce(stored.calls, 0)::int as stored
     from stored full join here using (vendor_id, day) join vendor v on v.id = vendor_id
     order by v.code, day`,
  );
}

/** The days with calls on which the clocks of their program change. */
export async function findClockChanges(tx: Db): Promise<BatchFacts['clockChanges']> {
  return tx.sql.query<{ day: Day; hours: number; calls: number }>(
    `select day::text as day, hours, sum(calls)::int as calls
     from (select d.day, d.calls, (extract(epoch from (d.day + 1)::timestamp at time zone p.timezone
         - d.day::timestamp at time zone p.timezone) / 3600)::float8 as hours
       from (select program_id, hour::date as day, sum(calls) as calls from assessed_hours group by 1, 2) d
       join program p on p.id = d.program_id) lasting
     where hours <> 24 group by day, hours order by day`,
  );
}

type Hour = { hour: number; calls: number };

const hourly = (rows: readonly Hour[]) =>
  Array.from({ length: 24 }, (_, hour) => rows.find((row) => row.hour === hour)?.calls ?? 0);

/** Which four weeks: right before the first call, or right after the last. */
const around = {
  before: `c.started_at >= span.first - interval '28 days' and c.started_at < span.first`,
  after: `c.started_at > span.last and c.started_at <= span.last + interval '28 days'`,
};

/** Calls by local hour of the same vendors and programs in the four weeks before it; where those are few, after it. */
async function usualHours(tx: Db, when: keyof typeof around = 'before'): Promise<number[]> {
  const rows = await tx.sql.query<Hour>(
    `select extract(hour from c.started_at at time zone p.timezone)::int as hour, count(*)::int as calls
     from (select min(started_at) as first, max(started_at) as last from assessed) span
     cross join (select distinct vendor_id, program_id from assessed_hours) own
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
  const rows = await tx.sql.query<Hour>(
    'select extract(hour from hour)::int as hour, sum(calls)::int as calls from assessed_hours group by 1',
  );
  return { here: hourly(rows), usual: await usualHours(tx) };
}

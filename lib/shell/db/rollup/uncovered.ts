import type { UncoveredDay } from '#contracts';
import type { Db } from '../database.ts';

/** Days with calls on which no contract was in force, by vendor, program and day. */
export async function uncoveredDays(db: Db): Promise<UncoveredDay[]> {
  return db.sql.query<UncoveredDay>(
    `select v.code as vendor, p.code as program, r.day::text as day, sum(r.calls)::int as calls
     from call_rollup r join vendor v on v.id = r.vendor_id join program p on p.id = r.program_id
     where r.contract_id = 0 and r.calls > 0 group by v.code, p.code, r.day order by v.code, p.code, r.day`,
  );
}

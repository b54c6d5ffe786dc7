import type { Day } from '#time';
import type { Db } from '../database.ts';

/** Handled calls of a vendor's program under one contract version (null: under none), and how many have each part. */
export type ReportedParts = {
  vendor: string;
  program: string;
  contractId: string | null;
  handled: number;
  hold: number;
  wrap: number;
};

/** How many handled calls up to a day have each part of handle time, from roll-up rows. */
export async function readReportedParts(db: Db, through: Day): Promise<ReportedParts[]> {
  return db.sql.query<ReportedParts>(
    `select v.code as vendor, p.code as program, nullif(r.contract_id, 0)::text as "contractId",
       sum(r.handled)::int as handled, sum(r.hold_known)::int as hold, sum(r.wrap_known)::int as wrap
     from call_rollup r join vendor v on v.id = r.vendor_id join program p on p.id = r.program_id
     where r.day <= $1::date group by 1, 2, 3 having sum(r.handled) > 0 order by 1, 2, 3`,
    [through],
  );
}

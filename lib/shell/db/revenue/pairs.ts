import type { Db } from '../database.ts';

/** Vendors' programs with calls whose revenue events change. */
export async function pairsWithEvents(db: Db): Promise<{ vendor: string; program: string }[]> {
  return db.sql.query(
    `select v.code as vendor, p.code as program from vendor v cross join program p
     where exists (select from revenue_event e where e.matched_vendor_id = v.id and e.matched_program_id = p.id)
     order by 1, 2`,
  );
}

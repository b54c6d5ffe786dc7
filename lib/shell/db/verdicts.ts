import type { Db } from './database.ts';

/** A kept verdict as JSON: it stands from its last day with calls until calls of a later day arrive. */
export type StoredVerdict = { vendor: string; program: string; through: string; verdict: unknown; history: unknown };

/** Replaces the verdict of one vendor and program. */
export async function saveVerdict(tx: Db, stored: StoredVerdict, judgedAt: Date): Promise<void> {
  await tx.sql.execute(
    `insert into verdict (vendor_id, program_id, through, verdict, history, judged_at)
     select v.id, p.id, $3::date, $4::text::jsonb, $5::text::jsonb, $6::timestamptz
     from vendor v, program p where v.code = $1 and p.code = $2
     on conflict (vendor_id, program_id) do update set
       through = excluded.through, verdict = excluded.verdict, history = excluded.history, judged_at = excluded.judged_at`,
    [
      stored.vendor,
      stored.program,
      stored.through,
      JSON.stringify(stored.verdict),
      JSON.stringify(stored.history),
      judgedAt.toISOString(),
    ],
  );
}

/** Forgets verdicts of vendors and programs that have no calls any more. */
export async function dropOrphanVerdicts(tx: Db): Promise<void> {
  await tx.sql.execute(
    `delete from verdict d where not exists
       (select from call_rollup r where r.vendor_id = d.vendor_id and r.program_id = d.program_id)`,
  );
}

/** The kept verdicts, by vendor and program. */
export async function listVerdicts(db: Db): Promise<StoredVerdict[]> {
  return db.sql.query<StoredVerdict>(
    `select v.code as vendor, p.code as program, d.through::text as through, d.verdict, d.history
     from verdict d join vendor v on v.id = d.vendor_id join program p on p.id = d.program_id order by 1, 2`,
  );
}

import { type Micros, micros } from '#money';
import type { Day } from '#time';
import type { DayState, Judgement, Verdict } from '#verdicts';
import type { Db } from './database.ts';

type Stored = { verdict: Omit<Verdict, 'moneyAtStake'> & { moneyAtStake: string | null }; history: DayState[] };

const toDb = ({ moneyAtStake, ...verdict }: Verdict) => ({
  ...verdict,
  moneyAtStake: moneyAtStake === null ? null : String(moneyAtStake),
});

function fromDb({ verdict, history }: Stored): Judgement {
  const moneyAtStake: Micros | null = verdict.moneyAtStake === null ? null : micros(BigInt(verdict.moneyAtStake));
  return { verdict: { ...verdict, moneyAtStake }, history };
}

/** One judges at a time, on what the one before has committed: verdicts are replaced together. */
export async function lockVerdicts(tx: Db): Promise<void> {
  await tx.sql.execute('select pg_advisory_xact_lock(7263)');
}

/** Replaces every kept verdict: they are judged together, up to the last day with calls, and stand together. */
export async function saveVerdicts(
  tx: Db,
  judgements: readonly Judgement[],
  { through, judgedAt }: { through: Day; judgedAt: Date },
): Promise<void> {
  await forgetVerdicts(tx);
  for (const { verdict, history } of judgements)
    await tx.sql.execute(
      `insert into verdict (vendor_id, program_id, through, verdict, history, judged_at)
       select v.id, p.id, $3::date, $4::text::jsonb, $5::text::jsonb, $6::timestamptz
       from vendor v, program p where v.code = $1 and p.code = $2`,
      [
        verdict.vendor,
        verdict.program,
        through,
        JSON.stringify(toDb(verdict)),
        JSON.stringify(history),
        judgedAt.toISOString(),
      ],
    );
}

/** Forgets every verdict: there are no calls to judge. */
export async function forgetVerdicts(tx: Db): Promise<void> {
  await tx.sql.execute('delete from verdict');
}

/** The kept verdicts, and the last day with calls that they have seen; null where nothing was judged. */
export async function keptVerdicts(db: Db): Promise<{ through: Day; judgements: Judgement[] } | null> {
  const rows = await db.sql.query<Stored & { through: Day }>(
    `select d.through::text as through, d.verdict, d.history
     from verdict d join vendor v on v.id = d.vendor_id join program p on p.id = d.program_id order by v.code, p.code`,
  );
  const [first] = rows;
  return first ? { through: first.through, judgements: rows.map(fromDb) } : null;
}

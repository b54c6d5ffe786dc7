import { type ContractVersion, contractOn } from '#contracts';
import type { HoursRow, IndexValue, OtherInputs, ScoreRow } from '#pricing';
import type { Day, Period } from '#time';
import type { Db } from '../database.ts';

type Scope = Period & { vendor?: string; versions: readonly ContractVersion[] };

/**
 * Hours and scores of a period, each with the contract version that was in force, and every index value. What is of no
 * program in particular belongs to the contract for all programs or, where there is none, to the only one in force.
 */
export async function readInputs(db: Db, { from, to, vendor, versions }: Scope): Promise<OtherInputs> {
  const bounds = [from, to, vendor ?? null];
  const [hours, scores, indices] = await Promise.all([
    db.sql.query<Omit<HoursRow, 'contractId'>>(
      `select v.code as vendor, p.code as program, h.day::text as day, h.logged_hours::text as "loggedHours",
       h.productive_hours::text as "productiveHours", h.fte::text as fte
     from agent_hours h join vendor v on v.id = h.vendor_id left join program p on p.id = h.program_id
     where h.day >= $1::date and h.day < $2::date and ($3::text is null or v.code = $3) order by v.code, h.day, p.code`,
      bounds,
    ),
    db.sql.query<Omit<ScoreRow, 'contractId'>>(
      `select v.code as vendor, p.code as program, s.day::text as day, s.kpi, s.score::text as score, s.sample
     from quality_score s join vendor v on v.id = s.vendor_id left join program p on p.id = s.program_id
     where s.day >= $1::date and s.day < $2::date and ($3::text is null or v.code = $3) order by v.code, s.day, p.code, s.kpi`,
      bounds,
    ),
    db.sql.query<IndexValue>(
      `select index, to_char(month, 'YYYY-MM') as month, value::text as value from index_value order by index, month`,
    ),
  ]);
  const placed = <T extends { vendor: string; program: string | null; day: Day }>(row: T) => ({
    ...row,
    contractId: versionFor(versions, row)?.id ?? null,
  });
  return { hours: hours.map(placed), scores: scores.map(placed), indices };
}

function versionFor(
  versions: readonly ContractVersion[],
  { vendor, program, day }: { vendor: string; program: string | null; day: Day },
): ContractVersion | null {
  if (program !== null) return contractOn(versions, vendor, program, day);
  const inForce = versions.filter(
    (own) => own.vendor === vendor && own.from <= day && (own.to === null || day < own.to),
  );
  const general = inForce.find((own) => own.program === undefined);
  return general ?? (inForce.length === 1 ? (inForce[0] ?? null) : null);
}

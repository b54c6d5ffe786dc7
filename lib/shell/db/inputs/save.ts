import type { Day, Month } from '#time';
import type { Db } from '../database.ts';

/** Where rows come from, and who recorded them when. */
export type Recorded = { source: string; recordedBy: string; recordedAt: Date };

/** What became of rows: one that says what is recorded already changes nothing of it, not even who recorded it. */
export type Saved = { inserted: number; updated: number; unchanged: number };

type Scope = { vendor: string; program: string | null };

const ofScope = 'join vendor v on v.code = g.vendor left join program p on p.code = g.program';

/** A row that is there is corrected where it says something else; a figure that is not given leaves what is there. */
function corrected(figures: readonly string[]): string {
  const kept = figures.map((name) => `coalesce(excluded.${name}, t.${name})`);
  return `do update set ${figures.map((name, index) => `${name} = ${kept[index]}`).join(', ')},
      source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    where (${kept.join(', ')}) is distinct from (${figures.map((name) => `t.${name}`).join(', ')})`;
}

/** Runs an insert of rows, which travel as JSON with decimals as texts; vendors and programs must be declared. */
async function save(tx: Db, insert: string, rows: readonly object[], recorded: Recorded): Promise<Saved> {
  const [counts] = await tx.sql.query<{ inserted: number; updated: number }>(
    `with written as (${insert} returning xmax = 0 as is_new)
     select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from written`,
    [JSON.stringify(rows), recorded.source, recorded.recordedBy, recorded.recordedAt],
  );
  const { inserted, updated } = counts ?? { inserted: 0, updated: 0 };
  return { inserted, updated, unchanged: rows.length - inserted - updated };
}

type Hours = Scope & { day: Day; loggedHours: string | null; productiveHours: string | null; fte: string | null };

/** Records agents' hours and full-time equivalents. */
export function saveHours(tx: Db, rows: readonly Hours[], recorded: Recorded): Promise<Saved> {
  const insert = `
    insert into agent_hours as t
      (vendor_id, program_id, day, logged_hours, productive_hours, fte, source, recorded_by, recorded_at)
    select v.id, coalesce(p.id, 0), g.day, g."loggedHours", g."productiveHours", g.fte, $2, $3, $4::timestamptz
    from json_to_recordset($1::json) as g (vendor text, program text, day date, "loggedHours" numeric,
      "productiveHours" numeric, fte numeric) ${ofScope}
    on conflict (vendor_id, program_id, day) ${corrected(['logged_hours', 'productive_hours', 'fte'])}`;
  return save(tx, insert, rows, recorded);
}

type Score = Scope & { day: Day; kpi: 'qa' | 'csat'; score: string; sample: number };

/** Records quality and customer-satisfaction scores. */
export function saveScores(tx: Db, rows: readonly Score[], recorded: Recorded): Promise<Saved> {
  const insert = `
    insert into quality_score as t (vendor_id, program_id, day, kpi, score, sample, source, recorded_by, recorded_at)
    select v.id, coalesce(p.id, 0), g.day, g.kpi, g.score, g.sample, $2, $3, $4::timestamptz
    from json_to_recordset($1::json) as g (vendor text, program text, day date, kpi text, score numeric, sample int)
      ${ofScope}
    on conflict (vendor_id, program_id, day, kpi) ${corrected(['score', 'sample'])}`;
  return save(tx, insert, rows, recorded);
}

type Forecast = Scope & {
  month: Month;
  issuedAt: Day;
  calls: number | null;
  ahtSeconds: string | null;
  conversion: string | null;
};

/** Records forecasts; each day of issue is a version of its own. */
export function saveForecasts(tx: Db, rows: readonly Forecast[], recorded: Recorded): Promise<Saved> {
  const insert = `
    insert into forecast as t
      (vendor_id, program_id, month, issued_at, calls, aht_s, conversion, source, recorded_by, recorded_at)
    select v.id, coalesce(p.id, 0), (g.month || '-01')::date, g."issuedAt", g.calls, g."ahtSeconds", g.conversion,
      $2, $3, $4::timestamptz
    from json_to_recordset($1::json) as g (vendor text, program text, month text, "issuedAt" date, calls int,
      "ahtSeconds" numeric, conversion numeric) ${ofScope}
    on conflict (vendor_id, program_id, month, issued_at) ${corrected(['calls', 'aht_s', 'conversion'])}`;
  return save(tx, insert, rows, recorded);
}

type IndexValue = { index: string; month: Month; value: string };

/** Records published values of price indices. */
export function saveIndexValues(tx: Db, rows: readonly IndexValue[], recorded: Recorded): Promise<Saved> {
  const insert = `
    insert into index_value as t (index, month, value, source, recorded_by, recorded_at)
    select g.index, (g.month || '-01')::date, g.value, $2, $3, $4::timestamptz
    from json_to_recordset($1::json) as g (index text, month text, value numeric)
    on conflict (index, month) ${corrected(['value'])}`;
  return save(tx, insert, rows, recorded);
}

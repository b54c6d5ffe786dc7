import type { Day, Month, Period } from '#time';
import type { Db } from '../database.ts';

/** Where a row came from, and who recorded it when, in ms since the epoch. */
type RecordedBy = { source: string; recordedBy: string; recordedAt: number };
type OfVendor = { vendor: string; program: string | null };

const recorded = `t.source, t.recorded_by as "recordedBy", (extract(epoch from t.recorded_at) * 1000)::float8 as "recordedAt"`;
const ofVendor = 'v.code as vendor, p.code as program';
const joined = 'join vendor v on v.id = t.vendor_id left join program p on p.id = t.program_id';

/** Rows of a period, of all vendors or of one. */
export type InputFilter = Period & { vendor?: string | undefined };

const bounds = ({ from, to, vendor }: InputFilter) => [from, to, vendor ?? null];

type Hours = OfVendor &
  RecordedBy & { day: Day; loggedHours: string | null; productiveHours: string | null; fte: string | null };

/** Hours and full-time equivalents, the newest day first. */
export function listHours(db: Db, filter: InputFilter): Promise<Hours[]> {
  return db.sql.query<Hours>(
    `select ${ofVendor}, t.day::text as day, t.logged_hours::text as "loggedHours",
       t.productive_hours::text as "productiveHours", t.fte::text as fte, ${recorded}
     from agent_hours t ${joined}
     where t.day >= $1::date and t.day < $2::date and ($3::text is null or v.code = $3)
     order by t.day desc, v.code, p.code nulls first`,
    bounds(filter),
  );
}

type Score = OfVendor & RecordedBy & { day: Day; kpi: 'qa' | 'csat'; score: string; sample: number };

/** Quality and satisfaction scores, the newest day first. */
export function listScores(db: Db, filter: InputFilter): Promise<Score[]> {
  return db.sql.query<Score>(
    `select ${ofVendor}, t.day::text as day, t.kpi, t.score::text as score, t.sample, ${recorded}
     from quality_score t ${joined}
     where t.day >= $1::date and t.day < $2::date and ($3::text is null or v.code = $3)
     order by t.day desc, v.code, p.code nulls first, t.kpi`,
    bounds(filter),
  );
}

type Forecast = OfVendor &
  RecordedBy & {
    month: Month;
    issuedAt: Day;
    calls: number | null;
    ahtSeconds: string | null;
    conversion: string | null;
  };

/** Every version of every forecast of the period's months, the newest month and the newest version first. */
export function listForecasts(db: Db, filter: InputFilter): Promise<Forecast[]> {
  return db.sql.query<Forecast>(
    `select ${ofVendor}, to_char(t.month, 'YYYY-MM') as month, t.issued_at::text as "issuedAt", t.calls,
       t.aht_s::text as "ahtSeconds", t.conversion::text as conversion, ${recorded}
     from forecast t ${joined}
     where t.month >= $1::date and t.month < $2::date and ($3::text is null or v.code = $3)
     order by t.month desc, v.code, p.code nulls first, t.issued_at desc`,
    bounds(filter),
  );
}

type Actual = {
  vendor: string;
  program: string;
  month: Month;
  calls: number;
  handled: number;
  handleMs: number;
  sales: number;
};

/** What the calls of each vendor's program and month came to: sums, in local months of the program. */
export function actualsByMonth(db: Db, filter: InputFilter): Promise<Actual[]> {
  return db.sql.query<Actual>(
    `select v.code as vendor, p.code as program, to_char(r.day, 'YYYY-MM') as month, sum(r.calls)::float8 as calls,
       sum(r.handled)::float8 as handled, sum(r.handle_ms)::float8 as "handleMs", sum(r.handled_sales)::float8 as sales
     from call_rollup r join vendor v on v.id = r.vendor_id join program p on p.id = r.program_id
     where r.day >= $1::date and r.day < $2::date and ($3::text is null or v.code = $3)
     group by 1, 2, 3`,
    bounds(filter),
  );
}

type IndexValue = RecordedBy & { index: string; month: Month; value: string };

/** Every value of every price index, the newest month first. */
export function listIndexValues(db: Db): Promise<IndexValue[]> {
  return db.sql.query<IndexValue>(
    `select t.index, to_char(t.month, 'YYYY-MM') as month, t.value::text as value, ${recorded}
     from index_value t order by t.month desc, t.index`,
  );
}

type Rate = { day: Day; currency: string; rate: string };

/** A currency's published rates in a period, the newest first. */
export function listRates(db: Db, { from, to, currency }: Period & { currency: string }): Promise<Rate[]> {
  return db.sql.query<Rate>(
    `select day::text as day, currency::text as currency, rate::text as rate from exchange_rate
     where currency = $1 and day >= $2::date and day < $3::date order by day desc`,
    [currency, from, to],
  );
}

/** The currencies that have a rate. */
export async function ratedCurrencies(db: Db): Promise<string[]> {
  const rows = await db.sql.query<{ currency: string }>(
    'select distinct currency::text as currency from exchange_rate order by 1',
  );
  return rows.map(({ currency }) => currency);
}

const spans = {
  hours: 'select min(day)::text as first, max(day)::text as last from agent_hours',
  scores: 'select min(day)::text as first, max(day)::text as last from quality_score',
  forecast: 'select min(month)::text as first, max(month)::text as last from forecast',
  rates: 'select min(day)::text as first, max(day)::text as last from exchange_rate',
};

/** The first and the last day of what is recorded of one kind; null without anything. */
export async function inputSpan(db: Db, kind: keyof typeof spans): Promise<{ first: Day; last: Day } | null> {
  const [row] = await db.sql.query<{ first: Day | null; last: Day | null }>(spans[kind]);
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

import { outcomes } from '#calls';
import { bucketBounds } from '#rollup';
import type { Db } from '../database.ts';
import { type RatingOptions, ratedCalls } from './rating-sql.ts';

const countColumns = [
  'calls',
  'offered',
  'attempted',
  'handled',
  'contact',
  'abandoned',
  'short_abandoned',
  'answered_within',
  'abandoned_within',
];

const sumColumns = [
  'wait_ms',
  'talk_ms',
  'hold_ms',
  'wrap_ms',
  'handle_ms',
  'wait_known',
  'hold_known',
  'wrap_known',
  'billed_calls',
  'billed_seconds',
  'revenue',
  'revenue_calls',
  'sales_without_revenue',
  'handled_sales',
  'handled_revenue',
  'revenue_squared',
  'handle_squared',
  'revenue_handle',
  'sale_handle_ms',
];

const keyColumns = [
  'vendor_id',
  'program_id',
  'day',
  'direction',
  'call_type',
  'rate_class',
  'contract_id',
  'currency',
];
const keys = keyColumns.join(', ');
const outcomeColumns = outcomes.map((outcome) => `outcome_${outcome}`);

/** Every column of call_rollup in the order in which the statement fills them. */
const columns = [...keyColumns, ...countColumns, 'outcomes', ...sumColumns, 'buckets', 'bucket_counts'];

/** What a program says of its calls, in ms. */
const thresholds = `p.short_abandon_seconds * 1000 as short_ms,
    ((p.service_level ->> 'seconds')::numeric * 1000)::int as level_ms`;

/** Touched days in runs, with what their program says: one scan of the calls per run, be it one day or a year. */
export const stagedDays = `
  select runs.vendor_id, runs.program_id, p.timezone,
    min(day)::timestamp at time zone p.timezone as from_at,
    (max(day) + 1)::timestamp at time zone p.timezone as to_at, ${thresholds}
  from (select *, day - (row_number() over (partition by vendor_id, program_id order by day))::int as run
    from staging_touched) runs
  join program p on p.id = runs.program_id
  group by runs.vendor_id, runs.program_id, run, p.id`;

/** Such runs as they are handed to a statement in $2: a temporary table would keep it in one process. */
const runFields = `vendor_id int, program_id int, timezone text, from_at timestamptz, to_at timestamptz, short_ms int,
  level_ms int`;
const handedDays = `select * from jsonb_to_recordset($2::jsonb) as run (${runFields})`;

/** The days from $2 to $3 of the vendor $4 and the program $5, or (null) of each that has calls. */
export const askedDays = `
  select v.id as vendor_id, p.id as program_id, p.timezone,
    $2::date::timestamp at time zone p.timezone as from_at,
    $3::date::timestamp at time zone p.timezone as to_at, ${thresholds}
  from vendor v cross join program p
  where ($4::text is null or v.code = $4) and ($5::text is null or p.code = $5)
    and exists (select from call_rollup r
      where r.vendor_id = v.id and r.program_id = p.id and r.day >= $2::date and r.day < $3::date)
  offset 0`;

/** Begins and ends within these, in whatever zone a program counts its days. */
export const aroundAsked = {
  from: `(($2::date - 1)::timestamp at time zone 'UTC')`,
  to: `(($3::date + 1)::timestamp at time zone 'UTC')`,
};

const bucketsOfCalls = `array_agg(width_bucket(handle_ms, '{${bucketBounds.join(', ')}}'::int[])::smallint) filter (where answered)`;

/** Sums by key, with the bucket of every handled call; the outer query counts the buckets. */
const grouped = (histograms: boolean) => `
  select vendor_id, program_id, day, direction, type_key as call_type, rate_class, contract_id, currency,
    ${histograms ? bucketsOfCalls : 'null::smallint[]'} as calls_buckets,
    count(*) as calls,
    count(*) filter (where direction = 'inbound') as offered,
    count(*) filter (where direction = 'outbound') as attempted,
    count(*) filter (where answered) as handled,
    count(*) filter (where answered and outcome not in ('no_contact', 'bad_number')) as contact,
    count(*) filter (where is_abandoned) as abandoned,
    count(*) filter (where is_abandoned and is_short) as short_abandoned,
    count(*) filter (where answered and is_within) as answered_within,
    count(*) filter (where is_abandoned and is_within) as abandoned_within,
    ${outcomes.map((outcome) => `count(*) filter (where outcome = '${outcome}') as outcome_${outcome}`).join(',\n    ')},
    coalesce(sum(wait_ms) filter (where answered), 0) as wait_ms,
    coalesce(sum(talk_ms) filter (where answered), 0) as talk_ms,
    coalesce(sum(hold_ms) filter (where answered), 0) as hold_ms,
    coalesce(sum(wrap_ms) filter (where answered), 0) as wrap_ms,
    coalesce(sum(handle_ms) filter (where answered), 0) as handle_ms,
    count(wait_ms) filter (where answered) as wait_known,
    count(hold_ms) filter (where answered) as hold_known,
    count(wrap_ms) filter (where answered) as wrap_known,
    count(*) filter (where is_billed) as billed_calls,
    coalesce(sum(rounded_s) filter (where is_billed), 0) as billed_seconds,
    coalesce(sum(net), 0) as revenue,
    count(net) as revenue_calls,
    count(*) filter (where net is null and outcome = 'sale') as sales_without_revenue,
    count(*) filter (where answered and outcome = 'sale') as handled_sales,
    coalesce(sum(net) filter (where answered), 0) as handled_revenue,
    coalesce(sum(net::numeric * net) filter (where answered and net <> 0), 0) as revenue_squared,
    coalesce(sum(handle_ms::bigint * handle_ms) filter (where answered), 0) as handle_squared,
    coalesce(sum(net::numeric * handle_ms) filter (where answered and net <> 0), 0) as revenue_handle,
    coalesce(sum(handle_ms) filter (where answered and outcome = 'sale'), 0) as sale_handle_ms
  from rated
  where leg_of is null
  group by 1, 2, 3, 4, 5, 6, 7, 8`;

/**
 * What events bring on days of their own, by key: no calls, and the net of a call's events of a day with its square (core:
 * rollup/roll-up.ts apart). The contract is the one in force at the event.
 */
const later = `
  select vendor_id, program_id, day, direction, call_type, 'standard' as rate_class, contract_id, currency,
    sum(net) as revenue,
    coalesce(sum(net) filter (where answered), 0) as handled_revenue,
    coalesce(sum(net * net) filter (where answered), 0) as revenue_squared
  from (
    select t.vendor_id, t.program_id, e.event_day as day, c.direction, coalesce(c.call_type, '') as call_type,
      coalesce(s.contract_id, 0) as contract_id, c.currency, c.answered, c.call_id, sum(e.amount) as net
    from touched t
    join revenue_event e on e.matched_vendor_id = t.vendor_id and e.matched_program_id = t.program_id
      and e.booked_as is not null and e.occurred_at >= t.from_at and e.occurred_at < t.to_at
    join call c on c.vendor_id = e.matched_vendor_id and c.call_id = e.matched_call_id
    left join spans s on s.vendor_id = t.vendor_id and s.program_id = t.program_id
      and e.occurred_at >= s.from_at and e.occurred_at < s.to_at
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  ) nets
  group by 1, 2, 3, 4, 5, 6, 7, 8`;

const laterColumns = new Set(['revenue', 'handled_revenue', 'revenue_squared']);
const withLater = [...countColumns, ...outcomeColumns, ...sumColumns]
  .map(
    (column) => `coalesce(c.${column}, 0)${laterColumns.has(column) ? ` + coalesce(l.${column}, 0)` : ''} as ${column}`,
  )
  .join(', ');

/** Sums by key of calls, and of events that are booked on days of their own where there are such. */
function sums({ histograms, events }: RollupShape): string {
  if (!events) return `grouped as (${grouped(histograms)})`;
  return `of_calls as (${grouped(histograms)}),
later as (${later}),
grouped as (select ${keys}, c.calls_buckets, ${withLater} from of_calls c full join later l using (${keys}))`;
}

/** What a roll-up has to look at: repeats, events on days of their own; and whether with histograms. */
export type RollupShape = { repeats: boolean; events: boolean; histograms: boolean };

/** The CTEs up to `rolled`: rows as call_rollup has them. */
function rolled(days: string, shape: RollupShape, between: RatingOptions['between'] = null): string {
  return `with ${ratedCalls(days, { repeats: shape.repeats, between })},
${sums(shape)},
rolled as (
  select ${keys}, ${countColumns.join(', ')}, array[${outcomeColumns.join(', ')}]::int[] as outcomes, ${sumColumns.join(', ')},
    coalesce(histogram.buckets, '{}') as buckets, coalesce(histogram.counts, '{}') as bucket_counts
  from grouped
  cross join lateral (
    select array_agg(bucket order by bucket) as buckets, array_agg(calls order by bucket)::int[] as counts
    from (select bucket, count(*) as calls from unnest(calls_buckets) as bucket group by bucket) buckets
  ) histogram
)`;
}

/**
 * Recomputes the roll-up of runs of days from their calls, into rolled_days: unlike an insertion that may be shared
 * between processes. $1: contract spans, $2: the runs, both as JSON. Core reference: rollup/roll-up.ts.
 */
export function createRolledDays(shape: Omit<RollupShape, 'histograms'>): string {
  return `create temp table rolled_days on commit drop as
${rolled(handedDays, { ...shape, histograms: true })}
select ${columns.join(', ')} from rolled`;
}

/** Puts what was recomputed into the roll-up, whose rows of the same days must have been deleted before. */
export const insertRolledDays = `insert into call_rollup (${columns.join(', ')}) select ${columns.join(', ')} from rolled_days`;

/** The CTEs of a roll-up that is computed and not stored; its rows are in `rolled`. $1: contract spans, others: askedDays. */
export function computedRollup(shape: RollupShape): string {
  return rolled(askedDays, shape, aroundAsked);
}

export const deleteTouched = `
delete from call_rollup r using staging_touched t
where r.vendor_id = t.vendor_id and r.program_id = t.program_id and r.day = t.day`;

/** Whether any event is booked on a day of its own. */
export async function areEventsApart(db: Db): Promise<boolean> {
  const [found] = await db.sql.query<{ some: boolean }>(
    'select exists (select from revenue_event where booked_as is not null) as some',
  );
  return found?.some ?? false;
}

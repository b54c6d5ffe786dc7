import { outcomes } from '#calls';
import { bucketBounds } from '#rollup';

/** Seconds on the contract's clock, in ms (core: rating/rate.ts basisMs). */
const basisMs = `case s.basis
  when 'handle' then c.talk_ms + coalesce(c.hold_ms, 0) + coalesce(c.wrap_ms, 0)
  when 'connected' then c.talk_ms + coalesce(c.hold_ms, 0)
  else c.talk_ms end`;

const inBillableState = `case s.billable
  when 'offered' then c.direction = 'inbound'
  when 'attempted' then c.direction = 'outbound'
  when 'handled' then c.answered
  when 'contact' then c.answered and c.outcome not in ('no_contact', 'bad_number')
  when 'resolved' then c.outcome = 'resolved'
  when 'sale' then c.outcome = 'sale'
  else false end`;

/** The class of the first window that holds the call on the contract's wall clock (core: rating/windows.ts). */
const rateClass = `case when s.windows is null then 'standard' else coalesce((
  select w.class
  from jsonb_to_recordset(s.windows)
    as w (place int, class text, weekdays int[], dates text[], from_minute int, to_minute int)
  cross join lateral (select
    w.from_minute > w.to_minute and s.minute < w.to_minute as early,
    case when w.from_minute is null then true
      when w.from_minute < w.to_minute then s.minute >= w.from_minute and s.minute < w.to_minute
      else s.minute >= w.from_minute or s.minute < w.to_minute end as inside) as at
  cross join lateral (select case when at.early then s.local_day - 1 else s.local_day end as day) as own
  where at.inside
    and (w.dates is null or own.day::text = any (w.dates))
    and (w.weekdays is null or extract(isodow from own.day)::int - 1 = any (w.weekdays))
  order by w.place limit 1), 'standard') end`;

/** Fields of one contract span as the statement receives them; built by spans.ts. */
const spanFields = `vendor_id int, program_id int, contract_id int, from_at timestamptz, to_at timestamptz, billable text,
  basis text, initial_s int, increment_s int, exclude_ms int, zone text, windows jsonb`;

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

/** Touched days in runs, with what their program says: one scan of the calls per run, be it one day or a year. */
const touched = `
  select runs.vendor_id, runs.program_id, p.timezone,
    min(day)::timestamp at time zone p.timezone as from_at,
    (max(day) + 1)::timestamp at time zone p.timezone as to_at,
    p.short_abandon_seconds * 1000 as short_ms,
    ((p.service_level ->> 'seconds')::numeric * 1000)::int as level_ms
  from (select *, day - (row_number() over (partition by vendor_id, program_id order by day))::int as run
    from staging_touched) runs
  join program p on p.id = runs.program_id
  group by runs.vendor_id, runs.program_id, run, p.id`;

/** One row per call of the touched vendor-days with its key, its rating and what it adds. */
const rated = `
  select c.*, (c.started_at at time zone t.timezone)::date as day, coalesce(c.call_type, '') as type_key, coalesce(s.contract_id, 0) as contract_id,
    ${rateClass} as rate_class,
    c.talk_ms + coalesce(c.hold_ms, 0) + coalesce(c.wrap_ms, 0) as handle_ms,
    coalesce(${inBillableState} and (${basisMs}) >= s.exclude_ms, false) as is_billed,
    case when (${basisMs}) = 0 then 0
      else s.initial_s + (greatest((${basisMs}) - s.initial_s * 1000, 0) + s.increment_s * 1000 - 1)
        / (s.increment_s * 1000) * s.increment_s
      end as rounded_s,
    c.outcome = 'abandoned' as is_abandoned,
    coalesce(c.wait_ms <= t.level_ms, false) as is_within,
    coalesce(c.wait_ms <= t.short_ms, false) as is_short
  from touched t
  join call c on c.vendor_id = t.vendor_id and c.program_id = t.program_id
    and c.started_at >= t.from_at and c.started_at < t.to_at
  left join lateral (
    select span.*, (c.started_at at time zone span.zone)::date as local_day,
      (extract(hour from c.started_at at time zone span.zone) * 60
        + extract(minute from c.started_at at time zone span.zone))::int as minute
    from spans span
    where span.vendor_id = c.vendor_id and span.program_id = c.program_id
      and c.started_at >= span.from_at and c.started_at < span.to_at
  ) s on true`;

/** Sums by key, with the bucket of every handled call; the outer query counts the buckets. */
const grouped = `
  select vendor_id, program_id, day, direction, type_key as call_type, rate_class, contract_id, currency,
    array_agg(width_bucket(handle_ms, $2::int[])::smallint) filter (where answered) as calls_buckets,
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
    coalesce(sum(revenue), 0) as revenue,
    count(revenue) as revenue_calls,
    count(*) filter (where revenue is null and outcome = 'sale') as sales_without_revenue,
    count(*) filter (where answered and outcome = 'sale') as handled_sales,
    coalesce(sum(revenue) filter (where answered), 0) as handled_revenue,
    coalesce(sum(revenue::numeric * revenue) filter (where answered and revenue <> 0), 0) as revenue_squared,
    coalesce(sum(handle_ms::bigint * handle_ms) filter (where answered), 0) as handle_squared,
    coalesce(sum(revenue::numeric * handle_ms) filter (where answered and revenue <> 0), 0) as revenue_handle,
    coalesce(sum(handle_ms) filter (where answered and outcome = 'sale'), 0) as sale_handle_ms
  from rated
  group by 1, 2, 3, 4, 5, 6, 7, 8`;

/**
 * Recomputes the roll-up of the vendor-days in staging_touched from their calls. $1: contract spans as JSON, $2: the
 * histogram's bounds. The rows must have been deleted before. Core reference: rollup/roll-up.ts.
 */
export const insertRollup = `
with spans as materialized (select * from jsonb_to_recordset($1::jsonb) as span (${spanFields})),
touched as materialized (${touched}),
rated as (${rated}),
grouped as (${grouped})
insert into call_rollup (${columns.join(', ')})
select ${keys}, ${countColumns.join(', ')}, array[${outcomeColumns.join(', ')}]::int[], ${sumColumns.join(', ')},
  coalesce(histogram.buckets, '{}'), coalesce(histogram.counts, '{}')
from grouped
cross join lateral (
  select array_agg(bucket order by bucket) as buckets, array_agg(calls order by bucket)::int[] as counts
  from (select bucket, count(*) as calls from unnest(calls_buckets) as bucket group by bucket) buckets
) histogram`;

export const deleteTouched = `
delete from call_rollup r using staging_touched t
where r.vendor_id = t.vendor_id and r.program_id = t.program_id and r.day = t.day`;

/** The bounds that $2 of insertRollup takes. */
export const bounds: readonly number[] = bucketBounds;

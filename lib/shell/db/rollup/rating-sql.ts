/*
 * Rating in SQL, for millions of calls at once. Core reference: rating/rate.ts, rating/repeats.ts.
 */

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

/** Billable by state and length, whether or not it is a repeat; a leg of another call never is. */
const billableItself = `c.leg_of is null and ${inBillableState} and (${basisMs}) >= s.exclude_ms`;

const wall = '(c.started_at at time zone s.zone)';

/**
 * The class that the span's table has for the call on the contract's wall clock (core: rating/windows.ts classTable).
 * No subquery, though it would name the clock once: the planner shares no grouping by a subquery between processes.
 */
const rateClass = `case when s.classes is null then 'standard' else s.classes[width_bucket(
    coalesce(array_position(s.dates, ${wall}::date) + 6, date_part('isodow', ${wall})::int - 1) * 1440
      + date_part('hour', ${wall})::int * 60 + date_part('minute', ${wall})::int, s.starts)] end`;

/** Fields of one contract span as the statement receives them; built by spans.ts. */
const spanFields = `vendor_id int, program_id int, contract_id int, from_at timestamptz, to_at timestamptz, billable text,
  basis text, initial_s int, increment_s int, exclude_ms int, repeat_h int, zone text, dates date[],
  starts int[], classes text[]`;

const longest = (spans: string) =>
  `select vendor_id, program_id, max(repeat_h) as hours from ${spans} group by 1, 2 having max(repeat_h) is not null`;

/** Per vendor and program, the most hours within which one of its contracts leaves out repeats; of the spans in `$n`. */
export function longestRepeats(parameter: `$${number}`): string {
  return longest(`jsonb_to_recordset(${parameter}::jsonb) as span (${spanFields})`);
}

/**
 * Calls that repeat another: the latest billable call before it of the same customer began less than the contract's hours
 * earlier (core: rating/repeats.ts). Of every run of days the calls are looked at from the longest such time before it.
 */
const repeats = (between: Between | null) => `
  customers as (
    select t.from_at, c.vendor_id, c.call_id, c.started_at, s.repeat_h,
      lag(c.started_at) over earlier as previous_at
    from touched t
    join (${longest('spans')}) rule
      on rule.vendor_id = t.vendor_id and rule.program_id = t.program_id
    join call c on c.vendor_id = t.vendor_id and c.program_id = t.program_id
      and c.started_at >= t.from_at - rule.hours * interval '1 hour' and c.started_at < t.to_at
      ${between ? `and c.started_at >= ${between.from} - (select max(repeat_h) from spans) * interval '1 hour' and c.started_at < ${between.to}` : ''}
    join spans s on s.vendor_id = c.vendor_id and s.program_id = c.program_id
      and c.started_at >= s.from_at and c.started_at < s.to_at
    where c.customer_ref is not null and ${billableItself}
    window earlier as
      (partition by t.from_at, c.vendor_id, c.program_id, c.customer_ref order by c.started_at, c.call_id collate "C")
  ),
  repeats as materialized (
    select vendor_id, call_id from customers
    where started_at >= from_at and started_at < previous_at + repeat_h * interval '1 hour'
  ),`;

/** Hashed whatever the planner takes the number of repeats for; `offset 0` has it asked once a call. */
const isRepeat = '(c.vendor_id, c.call_id) in (select vendor_id, call_id from repeats)';

/** Revenue of a call with that of its events that are booked with it (core: revenue/book.ts netRevenue). */
const netRevenue = 'case when c.event_revenue is null then c.revenue else coalesce(c.revenue, 0) + c.event_revenue end';

/** One row per call of the touched vendor-days with its key, its rating and what it adds. */
const rated = (repeat: string, between: Between | null) => `
  select c.*, (c.started_at at time zone t.timezone)::date as day, coalesce(c.call_type, '') as type_key, coalesce(s.contract_id, 0) as contract_id,
    ${rateClass} as rate_class,
    c.talk_ms + coalesce(c.hold_ms, 0) + coalesce(c.wrap_ms, 0) as handle_ms, ${netRevenue} as net,
    coalesce(${billableItself} and not ${repeat}, false) as is_billed,
    case when c.leg_of is not null then 'leg'
      when s.contract_id is null then null
      when not (${inBillableState}) then 'not_in_billable_state'
      when (${basisMs}) < s.exclude_ms then 'shorter_than_minimum'
      when ${repeat} then 'repeat_within_hours' end as exclusion,
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
    ${between ? `and c.started_at >= ${between.from} and c.started_at < ${between.to}` : ''}
  left join spans s on s.vendor_id = c.vendor_id and s.program_id = c.program_id
    and c.started_at >= s.from_at and c.started_at < s.to_at`;

/** Instants around all touched days, as constants: then one scan of the calls' block ranges does for all programs. */
type Between = { from: string; to: string };

/** What the rating of calls has to look at. */
export type RatingOptions = { repeats: boolean; between?: Between | null };

/**
 * The rating of the calls of a CTE `touched` (vendor_id, program_id, timezone, from_at, to_at, short_ms, level_ms) under
 * the contract spans in $1, as CTEs that end with `rated`. Where no span leaves out repeats nothing looks for any.
 */
export function ratedCalls(touched: string, { repeats: some, between = null }: RatingOptions): string {
  return `spans as (select * from jsonb_to_recordset($1::jsonb) as span (${spanFields})),
  touched as (${touched}),${some ? repeats(between) : ''}
  rated as (${some ? `${rated(isRepeat, between)} offset 0` : rated('false', between)})`;
}

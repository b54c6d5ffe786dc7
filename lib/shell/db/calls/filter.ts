import type { Outcome } from '#calls';
import type { Period } from '#time';
import type { Db } from '../database.ts';
import { idsByCode, listVersions } from '../declarations/read.ts';
import { ratedCalls } from '../rollup/rating-sql.ts';
import { aroundAsked, askedDays } from '../rollup/rollup-sql.ts';
import { pairsOf, spansOf } from '../rollup/spans.ts';

/** Which calls; what is left out is not asked for. */
export type CallFilter = {
  /** Half-open local days of each call's program. */
  period: Period;
  vendor?: string | undefined;
  program?: string | undefined;
  /** Id of the contract version in force. */
  contract?: string | undefined;
  rateClass?: string | undefined;
  billed?: boolean | undefined;
  outcome?: Outcome | undefined;
  /** Handled, or handled with the person wanted. */
  state?: 'handled' | 'contact' | undefined;
  callType?: string | undefined;
  /** Only calls with a reported revenue, their own or that of later events. */
  withRevenue?: boolean | undefined;
};

const states = {
  handled: 'r.answered',
  contact: "r.answered and r.outcome not in ('no_contact', 'bad_number')",
} as const;

/** Adds a value to a statement and gives the text that stands for it. */
export type Bind = (value: unknown) => string;

/** Binds values to a statement, after those that it has. */
export function binding(values: unknown[]): Bind {
  return (value) => `$${values.push(value)}`;
}

/** The conditions of a filter on rated calls (aliased r), beyond days, vendor and program. */
export function conditionsOf(filter: CallFilter, bind: Bind): string[] {
  const { contract, rateClass, billed, outcome, state, callType, withRevenue } = filter;
  return [
    ...(contract === undefined ? [] : [`r.contract_id = ${bind(contract)}::int`]),
    ...(rateClass === undefined ? [] : [`r.rate_class = ${bind(rateClass)}`]),
    ...(billed === undefined ? [] : [billed ? 'r.is_billed' : 'not r.is_billed']),
    ...(outcome === undefined ? [] : [`r.outcome = ${bind(outcome)}::outcome`]),
    ...(state === undefined ? [] : [states[state]]),
    ...(callType === undefined ? [] : [`r.type_key = ${bind(callType)}`]),
    ...(withRevenue ? ['r.net is not null'] : []),
  ];
}

/** Instants, ms since the epoch, half-open. */
export type Window = { from: number; to: number };

const instant = (bind: Bind, ms: number) => `${bind(new Date(ms).toISOString())}::timestamptz`;

/** The calls of a filter's days, vendor and program, rated: CTEs that end with `rated`, and the values in them. */
export type RatedSource = (window?: Window) => { ctes: string; values: unknown[]; bind: Bind };

/** Reads the terms once; the source then gives all calls of the filter's days, or those of a window of time in them. */
export async function ratedSource(db: Db, { period, vendor, program }: CallFilter): Promise<RatedSource> {
  const only = { ...(vendor !== undefined && { vendor }), ...(program !== undefined && { program }) };
  const { json, repeats } = spansOf(await listVersions(db), pairsOf(await idsByCode(db), only));
  return (window) => {
    const values: unknown[] = [json, period.from, period.to, vendor ?? null, program ?? null];
    const bind = binding(values);
    if (!window) return { ctes: `with ${ratedCalls(askedDays, { repeats, between: aroundAsked })}`, values, bind };
    const between = { from: instant(bind, window.from), to: instant(bind, window.to) };
    const days = `
      select vendor_id, program_id, timezone, greatest(from_at, ${between.from}) as from_at,
        least(to_at, ${between.to}) as to_at, short_ms, level_ms from (${askedDays}) days`;
    return { ctes: `with ${ratedCalls(days, { repeats, between })}`, values, bind };
  };
}

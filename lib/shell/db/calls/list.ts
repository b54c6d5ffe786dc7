import type { Call } from '#calls';
import { micros } from '#money';
import type { RatingExclusion } from '#rating';
import type { Db } from '../database.ts';
import { type CallFilter, conditionsOf, type RatedSource, ratedSource, type Window } from './filter.ts';

/** A call's place in the list, which is in order of start, vendor and the vendor's own id. */
export type CallPlace = Pick<Call, 'startedAt' | 'vendor' | 'callId'>;

/** A call with what its contract made of it, its revenue with that of its events. The customer's reference stays where it is. */
export type ListedCall = {
  call: Omit<Call, 'customerRef'>;
  /** Null where no contract was in force. */
  contractId: string | null;
  rateClass: string;
  billed: boolean;
  billedSeconds: number;
  exclusion: RatingExclusion | null;
};

type Row = Omit<ListedCall['call'], 'startedAt' | 'revenue'> &
  Omit<ListedCall, 'call' | 'contractId'> & { startedMs: string; revenue: string | null; contractId: number };

const columns = `
  r.call_id as "callId", v.code as vendor, p.code as program, r.call_type as "callType", r.direction::text,
  (extract(epoch from r.started_at) * 1000)::bigint::text as "startedMs", r.wait_ms as "waitMs", r.talk_ms as "talkMs",
  r.hold_ms as "holdMs", r.wrap_ms as "wrapMs", r.answered, r.disposition, r.outcome::text, r.agent, r.net::text as revenue,
  r.currency::text, r.leg_of as "legOf", r.details, r.contract_id as "contractId", r.rate_class as "rateClass", r.is_billed as billed,
  case when r.is_billed then r.rounded_s else 0 end as "billedSeconds", r.exclusion`;

function fromDb(row: Row): ListedCall {
  const { startedMs, revenue, contractId, rateClass, billed, billedSeconds, exclusion, ...call } = row;
  return {
    call: { ...call, startedAt: Number(startedMs), revenue: revenue === null ? null : micros(BigInt(revenue)) },
    contractId: contractId === 0 ? null : String(contractId),
    rateClass,
    billed,
    billedSeconds,
    exclusion,
  };
}

/** Where in the list: after a call, before one (then backwards), or from its beginning. */
export type Paging = { after?: CallPlace | undefined; before?: CallPlace | undefined };

type Batch = { db: Db; source: RatedSource; filter: CallFilter; backwards: boolean };

/** At most `size` calls of a window of time, beyond a place. */
async function batch(
  { db, source, filter, backwards }: Batch,
  { window, place, size }: { window: Window; place: CallPlace | undefined; size: number },
): Promise<ListedCall[]> {
  const { ctes, values, bind } = source(window);
  const conditions = conditionsOf(filter, bind);
  if (place)
    conditions.push(
      `(r.started_at, r.vendor_id, r.call_id) ${backwards ? '<' : '>'} (${bind(new Date(place.startedAt).toISOString())}::timestamptz,
        (select id from vendor where code = ${bind(place.vendor)}), ${bind(place.callId)})`,
    );
  const direction = backwards ? 'desc' : 'asc';
  const rows = await db.sql.query<Row>(
    `${ctes} select ${columns}
     from rated r join vendor v on v.id = r.vendor_id join program p on p.id = r.program_id
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by r.started_at ${direction}, r.vendor_id ${direction}, r.call_id ${direction} limit ${bind(size)}::int`,
    values,
  );
  return rows.map(fromDb);
}

const DAY_MS = 86_400_000;

/**
 * The calls in the order of the list, or from one backwards, in batches of at most `size`. What finds calls by time are
 * block ranges and no tree, so they are looked through a day at a time, and in longer steps where there are few.
 */
export async function* eachCalls(
  db: Db,
  filter: CallFilter,
  { after, before, size }: Paging & { size: number },
): AsyncGenerator<ListedCall[]> {
  const backwards = before !== undefined;
  const from = { db, filter, backwards, source: await ratedSource(db, filter) };
  // A day more on either side than the days are in UTC: a zone may be ahead or behind.
  const limit = { from: Date.parse(filter.period.from) - DAY_MS, to: Date.parse(filter.period.to) + DAY_MS };
  let place = before ?? after;
  let at = backwards ? Math.min(before.startedAt + 1, limit.to) : Math.max(after?.startedAt ?? limit.from, limit.from);
  let step = DAY_MS;
  while (backwards ? at > limit.from : at < limit.to) {
    const window = backwards ? { from: at - step, to: at } : { from: at, to: at + step };
    const calls = await batch(from, { window, place, size });
    if (calls.length > 0) yield calls;
    const last = calls.at(-1)?.call;
    const whole = last === undefined || calls.length < size;
    if (last) place = last;
    if (whole) at = backwards ? window.from : window.to;
    else at = backwards ? last.startedAt + 1 : last.startedAt;
    if (calls.length < size / 2) step *= 2;
  }
}

/** A page of the list, in its order, and whether there is more in the direction in which it was read. */
export async function listCalls(
  db: Db,
  filter: CallFilter,
  { take, ...paging }: Paging & { take: number },
): Promise<{ calls: ListedCall[]; more: boolean }> {
  const found: ListedCall[] = [];
  for await (const calls of eachCalls(db, filter, { ...paging, size: take + 1 })) {
    found.push(...calls);
    if (found.length > take) break;
  }
  const calls = found.slice(0, take);
  return { calls: paging.before ? calls.reverse() : calls, more: found.length > take };
}

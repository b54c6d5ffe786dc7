import type { Outcome } from '#calls';
import type { Place } from '../../call-batch.ts';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf } from '../../platform/read/details.ts';
import { costOf } from '../../platform/read/exact.ts';
import { newest } from '../../platform/read/last-delivered.ts';

/** One call or leg, as its newest record tells it. */
export type Leg = {
  sid: string;
  parent: string | null;
  status: string;
  direction: 'inbound' | 'outbound' | null;
  startedAt: number;
  repeated: boolean;
  updatedAt: number | null;
  talkMs: number;
  customer: string | null;
  answeredBy: string | null;
  price: string | null;
  priceUnit: string | null;
  queueMs: string | null;
};

/** What is known of the result: whether anyone was reached, and of inbound calls that nobody was. */
function outcomeOf({ status, direction, answeredBy }: Leg): Outcome | null {
  if (status === 'completed') return /^(machine|fax)/i.test(answeredBy ?? '') ? 'no_contact' : null;
  return direction === 'inbound' && status !== 'failed' ? 'abandoned' : null;
}

function callOf(leg: Leg, legOf: string | null, records: number): PlatformCall {
  return {
    callId: leg.sid,
    legOf,
    queue: null,
    direction: leg.direction,
    startedAt: leg.startedAt,
    repeatedHour: leg.repeated,
    waitMs: null,
    legs: [{ talkMs: leg.talkMs, holdMs: null, wrapMs: null }],
    answered: leg.talkMs > 0,
    disposition: leg.status,
    outcome: outcomeOf(leg),
    agent: null,
    customer: leg.customer,
    revenue: null,
    currency: null,
    details: detailsOf({
      source_records: records,
      cost: leg.price === null ? null : costOf(leg.price),
      cost_currency: leg.price === null ? null : leg.priceUnit,
      queue_ms: leg.queueMs === null ? null : Number(leg.queueMs),
      answered_by: leg.answeredBy,
      parent_call: leg.parent,
    }),
  };
}

function bySid(pieces: readonly Placed<Leg>[]): Map<string, Placed<Leg>[]> {
  const groups = new Map<string, Placed<Leg>[]>();
  for (const placed of pieces) groups.set(placed.piece.sid, [...(groups.get(placed.piece.sid) ?? []), placed]);
  return groups;
}

/**
 * A call and the legs that it dialled, under its sid. A leg is a call of its own and says whose leg it is where that call
 * is here too: the caller's talk is in that one already.
 */
export function joinLegs(pieces: readonly Placed<Leg>[]): Joined {
  const groups = bySid(pieces);
  const calls: (Place & { call: PlatformCall })[] = [];
  for (const [sid, records] of groups) {
    const placed = newest(records, ({ updatedAt }) => updatedAt);
    if (placed === undefined) continue;
    const { file, row, piece } = placed;
    const { parent } = piece;
    const legOf = parent !== null && parent !== sid && groups.has(parent) ? parent : null;
    calls.push({ file, row, call: callOf(piece, legOf, records.length) });
  }
  return { calls };
}

import type { Outcome } from '#calls';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf } from '../../platform/read/details.ts';
import { costOf } from '../../platform/read/exact.ts';
import { newestOfEach } from '../../platform/read/newest-of-each.ts';

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

/**
 * A call and the legs that it dialled, under its sid. A leg is a call of its own and says whose leg it is where that call
 * is here too: the caller's talk is in that one already.
 */
export function joinLegs(pieces: readonly Placed<Leg>[]): Joined {
  const legs = newestOfEach(pieces, { id: ({ sid }) => sid, moment: ({ updatedAt }) => updatedAt });
  const here = new Set(legs.map(({ piece }) => piece.sid));
  return {
    calls: legs.map(({ file, row, piece, records }) => {
      const { parent, sid } = piece;
      const legOf = parent !== null && parent !== sid && here.has(parent) ? parent : null;
      return { file, row, call: callOf(piece, legOf, records) };
    }),
  };
}

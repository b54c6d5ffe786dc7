import type { Placed } from '../../platform/gather.ts';
import type { Joined, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { lastDelivered } from '../../platform/read/last-delivered.ts';
import type { Leg } from './leg.ts';

/** The same row delivered again; its status and after-call work may have come later. */
const identity = ({ startedAt, agent, queue, direction }: Leg) => [startedAt, agent, queue, direction];

/** An agent who transfers a call to an in-group in the same second comes before the one who takes it. */
function inOrder({ piece: a }: Placed<Leg>, { piece: b }: Placed<Leg>): number {
  const inbound = ({ direction }: Leg) => Number(direction === 'inbound');
  return a.startedAt - b.startedAt || inbound(a) - inbound(b) || JSON.stringify(a).localeCompare(JSON.stringify(b));
}

function callOf(legs: readonly Leg[], first: Leg, records: number): PlatformCall {
  const worked = legs.filter(({ agent }) => agent !== null);
  const counted = worked.length > 0 ? worked : legs;
  const last = counted.at(-1) ?? first;
  return {
    callId: first.callId,
    legOf: null,
    queue: first.queue,
    direction: first.direction,
    startedAt: first.startedAt,
    repeatedHour: first.repeated,
    waitMs: first.waitMs,
    legs: counted.map(({ talkMs, wrapMs }) => ({ talkMs, holdMs: null, wrapMs })),
    answered: legs.some(({ answered }) => answered),
    disposition: last.status,
    outcome: null,
    agent: last.agent,
    customer: first.customer,
    revenue: null,
    currency: null,
    details: detailsOf({
      source_records: records,
      status_name: last.statusName,
      dial_time_s: seconds(first.dialMs),
      answered_time_s: seconds(first.answeredMs),
    }),
  };
}

/** Rows of one channel as a call: the dialler's or caller's first, then each in-group that it was transferred to. */
export function joinLegs(pieces: readonly Placed<Leg>[]): Joined {
  const placed = lastDelivered(pieces, identity).sort(inOrder);
  const [first] = placed;
  if (first === undefined) return { calls: [] };
  const { file, row, piece } = first;
  const legs = placed.map((leg) => leg.piece);
  return { calls: [{ file, row, call: callOf(legs, piece, pieces.length) }] };
}

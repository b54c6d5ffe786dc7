import type { Placed } from '../../platform/gather.ts';
import type { Joined, LegTimes, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { sumExact } from '../../platform/read/exact.ts';
import { lastDelivered } from '../../platform/read/last-delivered.ts';
import type { Leg } from './leg.ts';

/** The same leg delivered again has the same moment, kind, agent and number called. */
const identity = ({ startedAt, kind, agent, dnis }: Leg) => [startedAt, kind, agent, dnis];

function inOrder({ piece: a }: Placed<Leg>, { piece: b }: Placed<Leg>): number {
  return a.startedAt - b.startedAt || JSON.stringify(a).localeCompare(JSON.stringify(b));
}

const hasAgent = ({ agent }: Leg) => agent !== null;
const spoke = (leg: Leg) => hasAgent(leg) && leg.talkMs > 0;

function timesOf(legs: readonly Leg[], { holdMs, wrapMs }: Leg): LegTimes[] {
  const worked = legs.filter(hasAgent);
  return worked.length === 0 ? [{ talkMs: 0, holdMs, wrapMs }] : worked;
}

/** What the customer's own legs came to in the end; that of a transfer only where they say nothing. */
function dispositionOf(legs: readonly Leg[]): string | null {
  const said = legs.filter(({ disposition }) => disposition !== null);
  return (said.findLast(({ kind }) => kind === 'customer') ?? said.at(-1))?.disposition ?? null;
}

function detailsOfLegs(legs: readonly Leg[], origin: Leg, records: number): PlatformCall['details'] {
  const billed = legs.flatMap(({ billedMs }) => billedMs ?? []);
  return detailsOf({
    source_records: records,
    call_time_s: seconds(origin.callMs),
    billed_s: billed.length === 0 ? null : seconds(billed.reduce((all, ms) => all + ms, 0)),
    cost: sumExact(legs.flatMap(({ cost }) => cost ?? [])),
    ivr_s: seconds(origin.ivrMs),
  });
}

function callOf(legs: readonly Leg[], origin: Leg, records: number): PlatformCall {
  const answered = legs.some(spoke);
  return {
    callId: origin.callId,
    legOf: null,
    queue: origin.queue,
    direction: origin.direction,
    startedAt: origin.startedAt,
    repeatedHour: origin.repeated,
    waitMs: origin.waitMs,
    legs: timesOf(legs, origin),
    answered,
    disposition: dispositionOf(legs),
    outcome: !answered && legs.some(({ abandoned }) => abandoned) ? 'abandoned' : null,
    agent: (legs.findLast(spoke) ?? legs.findLast(hasAgent))?.agent ?? null,
    customer: origin.direction === 'outbound' ? origin.dnis : origin.ani,
    revenue: null,
    currency: null,
    details: detailsOfLegs(legs, origin, records),
  };
}

/**
 * Legs of one CALL ID as a call. It begins with its origin, the first leg that is no transfer, though a transfer may be
 * listed before it. Where an agent hands the call over, the one who ends it says what it came to. Every leg is billed.
 */
export function joinLegs(pieces: readonly Placed<Leg>[]): Joined {
  const placed = lastDelivered(pieces, identity).sort(inOrder);
  const kinds = ['customer', 'transfer', 'inner'] as const;
  const origin = kinds.flatMap((kind) => placed.find(({ piece }) => piece.kind === kind) ?? [])[0];
  if (origin === undefined) return { calls: [] };
  const { file, row, piece } = origin;
  if (piece.kind === 'inner') {
    const reason = { key: 'rejects.inner_call' };
    return { calls: [], rejects: [{ file, row, column: 'CALL TYPE', value: null, reason }] };
  }
  const legs = placed.map((leg) => leg.piece);
  return { calls: [{ file, row, call: callOf(legs, piece, pieces.length) }] };
}

import type { Outcome } from '#calls';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { lastDelivered, newest } from '../../platform/read/last-delivered.ts';
import type { State } from './state.ts';

/** Calls of these reasons never came as far as an agent, so that none gave them up. */
const notOffered = new Set(['out_of_opening_hours', 'abandoned_in_ivr']);

/** Time on hold: from each hold to its unhold, or to the end. Null where nobody tells: the API has no events. */
function holdOf(states: readonly State[], end: number): number | null {
  const told = states.filter(({ event }) => event !== null);
  if (told.length === 0) return null;
  let held: number | null = null;
  let all = 0;
  for (const { event, at } of told.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    if (at === null) continue;
    if (event === 'call.hold') held ??= at;
    if (event !== 'call.unhold' || held === null) continue;
    all += at - held;
    held = null;
  }
  return all + (held === null ? 0 : Math.max(0, end - held));
}

function dispositionOf({ voicemail, answeredAt }: State): string {
  if (answeredAt !== null) return 'answered';
  return voicemail ? 'voicemail' : 'missed';
}

function outcomeOf(state: State): Outcome | null {
  if (dispositionOf(state) !== 'missed') return null;
  if (state.direction === 'outbound') return 'no_contact';
  return notOffered.has(state.missed ?? '') ? 'other' : 'abandoned';
}

function callOf(
  state: State,
  endedAt: number,
  { states, records }: { states: readonly State[]; records: number },
): PlatformCall {
  const { answeredAt, startedAt } = state;
  const hold = holdOf(states, endedAt);
  const connected = answeredAt === null ? 0 : endedAt - answeredAt;
  const holdMs = hold === null ? null : Math.min(hold, connected);
  return {
    callId: state.id,
    legOf: null,
    queue: state.number,
    direction: state.direction,
    startedAt,
    waitMs: Math.max(0, (answeredAt ?? endedAt) - startedAt),
    legs: [{ talkMs: connected - (holdMs ?? 0), holdMs, wrapMs: null }],
    answered: answeredAt !== null,
    disposition: dispositionOf(state),
    outcome: outcomeOf(state),
    agent: answeredAt === null ? null : state.agent,
    customer: state.customer,
    revenue: null,
    currency: null,
    details: detailsOf({
      source_records: records,
      duration_s: seconds(state.durationMs),
      cost: state.cost,
      missed_call_reason: state.missed,
    }),
  };
}

/** The newest state of a call that is over; else the newest at all. What an earlier one knew besides is kept. */
function stateOf(pieces: readonly Placed<State>[]): Placed<State> | undefined {
  const over = pieces.filter(({ piece }) => piece.over);
  const last = newest(over.length > 0 ? over : pieces, ({ at }) => at);
  if (last === undefined) return undefined;
  const states = pieces.map(({ piece }) => piece);
  const known = <Name extends keyof State>(name: Name) =>
    states.findLast((state) => state[name] !== null)?.[name] ?? null;
  const { piece } = last;
  return {
    ...last,
    piece: {
      ...piece,
      answeredAt: piece.answeredAt ?? known('answeredAt'),
      agent: piece.agent ?? known('agent'),
      missed: piece.missed ?? known('missed'),
      voicemail: states.some(({ voicemail }) => voicemail),
    },
  };
}

/** Events and records of one call, in whatever order they came, as the call that they tell of in the end. */
export function joinStates(pieces: readonly Placed<State>[]): Joined {
  const distinct = lastDelivered(pieces, (piece) => [piece]);
  const last = stateOf(distinct);
  if (last === undefined) return { calls: [] };
  const { file, row, piece } = last;
  const reject = (column: string | null, key: string) => ({
    calls: [],
    rejects: [{ file, row, column, value: null, reason: { key } }],
  });
  if (piece.endedAt === null) return reject(null, 'rejects.still_open');
  if (piece.endedAt < (piece.answeredAt ?? piece.startedAt)) return reject('ended_at', 'rejects.ends_before');
  const states = distinct.map((placed) => placed.piece);
  const call = callOf(piece, piece.endedAt, { states, records: pieces.length });
  return { calls: [{ file, row, call }] };
}

import type { Outcome } from '#calls';
import { type CallPart, legOf, nobody } from './part.ts';
import { epochOf } from './piece.ts';
import { meanings } from './queue-events.ts';
import type { Visit } from './queue-visits.ts';

/**
 * When a call began of which the log has no ENTERQUEUE: an agent's call when its channel was made, as its id says; one
 * that left the queue as long before that as it waited.
 */
function startOf({ enteredAt, ended, waitMs, talkMs, connectedAt }: Visit, callId: string): number | null {
  if (enteredAt !== null) return enteredAt;
  if (talkMs === null && connectedAt === null) return ended === null ? null : ended.at - (waitMs ?? 0);
  const connected = connectedAt ?? (ended === null ? null : ended.at - (talkMs ?? 0));
  const entered = connected === null ? null : connected - (waitMs ?? 0);
  const made = epochOf(callId);
  return made !== null && entered !== null && made <= entered + 1000 ? made : entered;
}

/**
 * What keeps the stays of a call from being a call, as a reason of `rejects`: the log ends or was restarted before it was
 * over, or an agent took it and nothing says for how long, which is not 0. Null: nothing.
 */
export function gapIn(visits: readonly Visit[]): 'rejects.not_over' | 'rejects.no_talk' | null {
  const last = visits.at(-1);
  if (last === undefined || last.ended === null) return 'rejects.not_over';
  const unknown = visits.some(({ ended, talkMs }) => meanings[ended?.event ?? '']?.is === 'done' && talkMs === null);
  return unknown ? 'rejects.no_talk' : null;
}

const turnedAway: ReadonlySet<string> = new Set(['JOINEMPTY', 'JOINUNAVAIL', 'FULL', 'CLOSED']);

function outcomeOf(event: string): Outcome {
  if (/TRANSFER$/.test(event)) return 'transferred';
  if (/^COMPLETE/.test(event) || turnedAway.has(event) || event.startsWith('DIVERT')) return 'other';
  return 'abandoned';
}

/** The stays of one call as a call, as far as they are over; null where its beginning is unknown, or before 1970. */
export function queueCall(visits: readonly Visit[], callId: string): CallPart | null {
  const [first] = visits;
  const startedAt = first === undefined ? null : startOf(first, callId);
  if (first === undefined || startedAt === null || startedAt < 0) return null;
  const spoken = visits.filter(({ talkMs }) => talkMs !== null);
  const waits = visits.flatMap(({ waitMs }) => waitMs ?? []);
  const ended = visits.findLast((visit) => visit.ended !== null)?.ended?.event ?? '';
  return {
    startedAt,
    repeatedHour: false,
    direction: 'inbound',
    queue: (spoken.at(-1) ?? visits.at(-1))?.queue ?? null,
    customer: visits.find(({ customer }) => customer !== null)?.customer ?? null,
    waitMs: waits.length === 0 ? null : waits.reduce((all, ms) => all + ms, 0),
    legs: spoken.length === 0 ? nobody : spoken.map(({ talkMs }) => legOf(talkMs ?? 0)),
    answered: spoken.length > 0,
    disposition: ended,
    outcome: outcomeOf(ended),
    agent: spoken.at(-1)?.agent ?? visits.findLast(({ agent }) => agent !== null)?.agent ?? null,
  };
}

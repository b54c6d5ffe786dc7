import { isFault } from '../../cells/fault.ts';
import { readDuration } from '../../platform/read/duration.ts';
import type { QueueEvent } from './piece.ts';
import { type Meaning, meanings } from './queue-events.ts';

/** One stay of a caller in a queue: how long it was until an agent came, and how long he spoke with him. */
export type Visit = {
  queue: string | null;
  customer: string | null;
  enteredAt: number | null;
  waitMs: number | null;
  connectedAt: number | null;
  agent: string | null;
  talkMs: number | null;
  /** How it ended, and when; null = the log does not say. */
  ended: { event: string; at: number } | null;
};

const opened = ({ queue }: QueueEvent): Visit => ({
  queue,
  customer: null,
  enteredAt: null,
  waitMs: null,
  connectedAt: null,
  agent: null,
  talkMs: null,
  ended: null,
});

/** A parameter as ms; null where an older version does not write it. */
function secondsAt({ params }: QueueEvent, index: number): number | null {
  const written = params.length - [...params].reverse().findIndex((param) => param !== null);
  const text = params[index < 0 ? written + index : index] ?? null;
  const ms = text === null ? null : readDuration(text);
  return isFault(ms) ? null : ms;
}

function apply(visit: Visit, event: QueueEvent, meaning: Meaning): Visit {
  const { at, agent, params } = event;
  const since = (from: number | null) => (from === null ? null : Math.max(0, at - from));
  switch (meaning.is) {
    case 'enter':
      return { ...visit, enteredAt: at, customer: params[1] ?? null };
    case 'ring':
      return visit;
    case 'connect': {
      const waitMs = secondsAt(event, meaning.wait) ?? since(visit.enteredAt);
      return { ...visit, waitMs, connectedAt: at, agent };
    }
    case 'done': {
      const waitMs = secondsAt(event, meaning.wait) ?? visit.waitMs;
      const talkMs = secondsAt(event, meaning.talk) ?? since(visit.connectedAt);
      return { ...visit, waitMs, talkMs, agent: agent ?? visit.agent, ended: { event: event.event, at } };
    }
    case 'left': {
      const waitMs = meaning.wait === null ? 0 : (secondsAt(event, meaning.wait) ?? since(visit.enteredAt));
      return { ...visit, waitMs, ended: { event: event.event, at } };
    }
  }
}

/** The order of events in one second is that in which a call goes through a queue, whatever order they were read in. */
const steps = ['enter', 'ring', 'connect', 'done', 'left'] as const;

function inOrder(a: QueueEvent, b: QueueEvent): number {
  const step = ({ event }: QueueEvent) => steps.indexOf(meanings[event]?.is ?? 'ring');
  return a.at - b.at || step(a) - step(b);
}

/** The stays of one call, in order: it may go from queue to queue, and come back to one. */
export function visitsOf(events: readonly QueueEvent[]): Visit[] {
  const visits: Visit[] = [];
  for (const event of events.toSorted(inOrder)) {
    const meaning = meanings[event.event];
    if (meaning === undefined) continue;
    const current = visits.at(-1);
    const goesOn = current !== undefined && current.ended === null && meaning.is !== 'enter';
    const next = apply(goesOn ? current : opened(event), event, meaning);
    if (goesOn) visits[visits.length - 1] = next;
    else visits.push(next);
  }
  return visits;
}

import type { Outcome } from '#calls';
import type { Placed } from '../../platform/gather.ts';
import type { Joined } from '../../platform/platform-format.ts';
import { detailsOf } from '../../platform/read/details.ts';
import { lastDelivered } from '../../platform/read/last-delivered.ts';
import { cdrCall, inOrder } from './cdr-call.ts';
import type { CallPart } from './part.ts';
import type { AsteriskPiece, CdrRow, QueueEvent } from './piece.ts';
import { gapIn, queueCall } from './queue-call.ts';
import { visitsOf } from './queue-visits.ts';

/** What the exchange's own words say: of a call that an agent took, nothing of what it came to. */
export const words: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['answered', 'other'],
  ['no agent', 'abandoned'],
  ['no answer', 'no_contact'],
  ['busy', 'no_contact'],
  ['congestion', 'no_contact'],
  ['failed', 'no_contact'],
]);

/**
 * The queue's times, agent and name are those of the call that it took; direction and customer come from the call detail
 * records, and so does the conversation of a call that left the queue for somebody, or whose end the queue has lost.
 */
function joined(queue: CallPart, cdr: CallPart, whole: boolean): CallPart {
  const elsewhere = !queue.answered && cdr.answered && queue.disposition !== 'ABANDON';
  const shared = {
    direction: cdr.direction ?? queue.direction,
    customer: cdr.customer ?? queue.customer,
    startedAt: queue.startedAt,
    repeatedHour: false,
    queue: queue.queue ?? cdr.queue,
  };
  if (!elsewhere && whole) return { ...queue, ...shared };
  return { ...cdr, ...shared, waitMs: queue.waitMs ?? cdr.waitMs, agent: queue.agent ?? cdr.agent };
}

function callOf(rows: readonly CdrRow[], events: readonly QueueEvent[], callId: string): CallPart | string {
  const cdr = cdrCall(rows);
  if (events.length === 0 && cdr !== null) return cdr;
  const visits = visitsOf(events);
  const gap = gapIn(visits);
  const queue = queueCall(visits, callId);
  if (cdr !== null) return queue === null ? cdr : joined(queue, cdr, gap === null);
  return gap ?? queue ?? 'rejects.year_out_of_range';
}

/** Rows and lines of one call, of either log or of both, as the call. What the log does not tell to its end is no call yet. */
export function joinAsterisk(pieces: readonly Placed<AsteriskPiece>[]): Joined {
  const placed = lastDelivered(pieces, (piece) => [piece]);
  const rows = placed.flatMap(({ piece }) => (piece.source === 'cdr' ? piece : [])).sort(inOrder);
  const events = placed.flatMap(({ piece }) => (piece.source === 'queue' ? piece : []));
  const [first] = placed;
  if (first === undefined) return { calls: [] };
  const { file, row } = placed.find(({ piece }) => piece === rows[0]) ?? first;
  const { callId } = first.piece;
  const part = callOf(rows, events, callId);
  if (typeof part === 'string')
    return { calls: [], rejects: [{ file, row, column: null, value: callId, reason: { key: part } }] };
  const details = detailsOf({ source_records: pieces.length });
  const call = { ...part, callId, legOf: null, revenue: null, currency: null, details };
  return { calls: [{ file, row, call }] };
}

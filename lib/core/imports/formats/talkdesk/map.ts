import { queueOf, transfersOf, waitToFirstAgent } from '../../platform/chain.ts';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, LegTimes, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { lastDelivered } from '../../platform/read/last-delivered.ts';
import type { Contact } from './contact.ts';

function inOrder({ piece: a }: Placed<Contact>, { piece: b }: Placed<Contact>): number {
  return a.startedAt - b.startedAt || Number(a.answered) - Number(b.answered) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
}

/** The word of the agent who ended it; where it went on to somebody outside, or to a contact that is not here, that. */
function dispositionOf(contacts: readonly Contact[]): string | null {
  const last = contacts.at(-1);
  const answered = contacts.findLast((contact) => contact.answered);
  if (last?.outside || (last?.answered && last.transferredOut)) return 'transferred';
  return (answered ?? last)?.type ?? (answered ? 'answered' : null);
}

function nobody(contacts: readonly Contact[]): LegTimes {
  const last = contacts.at(-1)?.leg;
  return { talkMs: 0, holdMs: last?.holdMs ?? null, wrapMs: last?.wrapMs ?? null };
}

function callOf(contacts: readonly Contact[], first: Contact, records: number): PlatformCall {
  const answered = contacts.filter((contact) => contact.answered);
  return {
    callId: first.interaction,
    legOf: null,
    queue: queueOf(contacts),
    direction: first.direction,
    startedAt: first.startedAt,
    repeatedHour: first.repeated,
    waitMs: waitToFirstAgent(contacts),
    legs: answered.length > 0 ? answered.map(({ leg }) => leg) : [nobody(contacts)],
    answered: answered.length > 0,
    disposition: dispositionOf(contacts),
    outcome: null,
    agent: answered.findLast(({ agent }) => agent !== null)?.agent ?? null,
    customer: first.customer,
    revenue: null,
    currency: null,
    details: detailsOf({
      source_records: records,
      contacts: contacts.length > 1 ? contacts.length : null,
      transfers: transfersOf(contacts),
      ring_s: seconds(answered[0]?.ringMs ?? null),
      callback: contacts.some(({ callback }) => callback) ? 'yes' : null,
      disconnected_by: contacts.at(-1)?.disconnectedByAgent ? 'agent' : null,
    }),
  };
}

/**
 * The contacts of one interaction as a call: those that no agent answered, in one ring group after the other, are part of
 * its wait and no calls of their own; each agent who answered is a leg.
 */
export function joinContacts(pieces: readonly Placed<Contact>[]): Joined {
  const placed = lastDelivered(pieces, ({ id, startedAt, type }) => (id === null ? [startedAt, type] : [id])).sort(
    inOrder,
  );
  const [first] = placed;
  if (first === undefined) return { calls: [] };
  const contacts = placed.map(({ piece }) => piece);
  return { calls: [{ file: first.file, row: first.row, call: callOf(contacts, first.piece, pieces.length) }] };
}

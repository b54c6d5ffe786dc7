import type { Place } from '../../call-batch.ts';
import { queueOf, transfersOf, waitToFirstAgent } from '../../platform/chain.ts';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, LegTimes, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { type Counted, newestOfEach, recordsOf } from '../../platform/read/newest-of-each.ts';
import type { Contact } from './contact.ts';

type Chain = readonly Counted<Contact>[];

/** A contact comes again when its after-call work is known. */
const byUpdate = { id: ({ id }: Contact) => id, moment: ({ updatedAt }: Contact) => updatedAt };

function inOrder({ piece: a }: Counted<Contact>, { piece: b }: Counted<Contact>): number {
  return a.startedAt - b.startedAt || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/** An outbound contact within an inbound call is an agent who rings somebody up while the customer holds: no leg. */
function agentsOf(contacts: readonly Contact[]): Contact[] {
  const [first] = contacts;
  return contacts.filter(
    ({ answered, direction }) => answered && !(first?.direction === 'inbound' && direction === 'outbound'),
  );
}

function dispositionOf(contacts: readonly Contact[], reached: readonly Contact[]): string {
  if (reached.length > 0) return reached.findLast(({ disposition }) => disposition !== null)?.disposition ?? 'handled';
  if (contacts.some(({ abandoned }) => abandoned)) return 'abandoned';
  const said = contacts.findLast(({ disposition }) => disposition !== null)?.disposition;
  if (said) return said;
  if (contacts[0]?.direction === 'outbound') return 'no_contact';
  return (waitToFirstAgent(contacts) ?? 0) > 0 ? 'not_answered' : 'not_queued';
}

/** Of a contact that nobody answered: parts that the log has at all are 0, but after-call work on a call in vain is work. */
function vainLeg(contacts: readonly Contact[]): LegTimes {
  const last = contacts.at(-1)?.leg;
  return { talkMs: 0, holdMs: last?.holdMs == null ? null : 0, wrapMs: last?.wrapMs ?? null };
}

function chainDetails(chain: Chain, reached: readonly Contact[]): PlatformCall['details'] {
  const contacts = chain.map(({ piece }) => piece);
  const last = contacts.at(-1);
  return detailsOf({
    source_records: recordsOf(chain),
    ivr_s: seconds(contacts[0]?.preQueueMs ?? null),
    transfers: transfersOf(reached),
    conference_s: seconds(contacts.find(({ conferenceMs }) => conferenceMs)?.conferenceMs ?? null),
    transfer_indicator: last?.transfer === 'None' ? null : (last?.transfer ?? null),
    end_reason: last?.ended ?? null,
    short_abandon: contacts.some(({ shortAbandon }) => shortAbandon) ? 'yes' : null,
    service_level_flag: contacts[0]?.serviceLevelFlag ?? null,
  });
}

/** A chain of contacts as one call, or one contact of it as a leg of that. */
function callOf(chain: Chain, legOf: string | null): (Place & { call: PlatformCall })[] {
  const contacts = chain.map(({ piece }) => piece);
  const [placed] = chain;
  const [first] = contacts;
  if (!placed || !first) return [];
  const reached = agentsOf(contacts);
  const call: PlatformCall = {
    callId: first.id,
    legOf,
    queue: queueOf(contacts),
    direction: first.direction,
    startedAt: first.startedAt,
    waitMs: waitToFirstAgent(contacts),
    legs: reached.length > 0 ? reached.map(({ leg }) => leg) : [vainLeg(contacts)],
    answered: reached.length > 0,
    disposition: dispositionOf(contacts, reached),
    outcome: null,
    agent: reached.findLast(({ agent }) => agent !== null)?.agent ?? null,
    customer: first.customer,
    revenue: null,
    currency: null,
    details: chainDetails(chain, reached),
  };
  return [{ file: placed.file, row: placed.row, call }];
}

/**
 * The contacts of one master contact as a call under the first one's id. Each further contact is kept as a leg of that
 * call too, so that it can be found, and so that one which came alone in an earlier delivery is not counted beside the whole.
 */
export function joinContacts(pieces: readonly Placed<Contact>[]): Joined {
  const chain = newestOfEach(pieces, byUpdate).sort(inOrder);
  const first = chain[0]?.piece.id ?? null;
  return { calls: [...callOf(chain, null), ...chain.slice(1).flatMap((part) => callOf([part], first))] };
}

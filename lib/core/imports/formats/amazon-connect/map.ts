import type { Direction } from '#calls';
import type { Place } from '../../call-batch.ts';
import { queueOf, transfersOf, waitToFirstAgent } from '../../platform/chain.ts';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, LegTimes, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf } from '../../platform/read/details.ts';
import { type Counted, newestOfEach, recordsOf } from '../../platform/read/newest-of-each.ts';
import { type Contact, outbound } from './contact.ts';

type PlacedContact = Counted<Contact>;
type Chain = readonly PlacedContact[];

const nobody: LegTimes = { talkMs: 0, holdMs: 0, wrapMs: 0 };

/** Records are delivered at least once, and again whenever something changes. */
const byUpdate = { id: ({ id }: Contact) => id, moment: ({ updatedAt }: Contact) => updatedAt };

function inOrder(first: string) {
  return ({ piece: a }: PlacedContact, { piece: b }: PlacedContact) =>
    a.startedAt - b.startedAt || Number(b.id === first) - Number(a.id === first) || (a.id < b.id ? -1 : 1);
}

/** A callback rings the customer at another time: it begins a call of its own. */
function chainsOf(contacts: readonly PlacedContact[]): Chain[] {
  const chains: PlacedContact[][] = [];
  for (const contact of contacts) {
    const last = chains.at(-1);
    if (last === undefined || contact.piece.method === 'CALLBACK') chains.push([contact]);
    else last.push(contact);
  }
  return chains;
}

function directionOf(method: string | null): Direction | null {
  if (method === null || method === 'TRANSFER' || method === 'DISCONNECT') return null;
  return outbound.has(method) ? 'outbound' : 'inbound';
}

function dispositionOf(contacts: readonly Contact[], calledBack: boolean): string {
  if (contacts.some(({ answered }) => answered)) return contacts.at(-1)?.wentOutside ? 'transferred' : 'handled';
  if (calledBack) return 'callback';
  if (outbound.has(contacts[0]?.method ?? '')) return 'no_contact';
  return contacts.some(({ queued }) => queued) ? 'abandoned' : 'not_queued';
}

function chainDetails(chain: Chain): PlatformCall['details'] {
  const contacts = chain.map(({ piece }) => piece);
  const last = contacts.at(-1);
  return detailsOf({
    source_records: recordsOf(chain),
    transfers: transfersOf(contacts),
    disconnect_reason: last?.ended ?? null,
    next_contact: last?.next ?? null,
    agent_group: contacts.findLast(({ group }) => group !== null)?.group ?? null,
  });
}

/** A chain of contacts as one call, or one contact of it as a leg of that. */
function callOf(chain: Chain, legOf: string | null, calledBack: boolean): (Place & { call: PlatformCall })[] {
  const contacts = chain.map(({ piece }) => piece);
  const [placed] = chain;
  const first = contacts[0];
  if (!placed || !first) return [];
  const legs = contacts.flatMap(({ leg }) => leg ?? []);
  const call: PlatformCall = {
    callId: first.id,
    legOf,
    queue: queueOf(contacts),
    direction: directionOf(first.method),
    startedAt: first.startedAt,
    waitMs: waitToFirstAgent(contacts),
    legs: legs.length > 0 ? legs : [nobody],
    answered: contacts.some(({ answered }) => answered),
    disposition: dispositionOf(contacts, calledBack),
    outcome: null,
    agent: contacts.findLast(({ agent }) => agent !== null)?.agent ?? null,
    customer: contacts.find(({ customer }) => customer !== null)?.customer ?? null,
    revenue: null,
    currency: null,
    details: chainDetails(chain),
  };
  return [{ file: placed.file, row: placed.row, call }];
}

/**
 * The contacts of one customer's contact as calls: a transfer is a contact of its own, linked to the first, and their
 * agents are the legs of one call under the first contact's id. Each further contact is kept as a leg of that call too, so
 * that it can be found, and so that one which came alone in an earlier delivery is not counted beside the whole.
 */
export function joinContacts(first: string, pieces: readonly Placed<Contact>[]): Joined {
  const chains = chainsOf(newestOfEach(pieces, byUpdate).sort(inOrder(first)));
  return {
    calls: chains.flatMap((chain, index) => {
      const whole = callOf(chain, null, index + 1 < chains.length);
      return [...whole, ...chain.slice(1).flatMap((part) => callOf([part], chain[0]?.piece.id ?? null, false))];
    }),
  };
}

import type { Text } from '#format';
import type { PieceResult, PlatformFormat } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { type Contact, contactOf, isOver, reachedAgent } from './contact.ts';
import { joinContacts } from './map.ts';
import { type ContactRecord, readContactRecord } from './schema.ts';

type Piece = Contact & { first: string };

/** Records that are of no customer's call, or not yet. */
function leftOut(record: ContactRecord): Text | null {
  const { Channel: channel, InitiationMethod: method } = record;
  if (channel !== null && channel !== 'VOICE') return { key: 'rejects.not_voice', values: { channel } };
  if (method === 'MONITOR') return { key: 'rejects.monitored' };
  if (method === 'EXTERNAL_OUTBOUND') return { key: 'rejects.outside_party' };
  return isOver(record) ? null : { key: 'rejects.still_open' };
}

function read(value: unknown): PieceResult<Piece> {
  const result = readContactRecord(value);
  if ('faults' in result) return result;
  const { values: record } = result;
  const reason = leftOut(record);
  if (reason !== null) return { leftOut: reason };
  if (reachedAgent(record) && record.Agent?.AgentInteractionDuration === null)
    return { faults: [{ column: 'Agent.AgentInteractionDuration', value: null, reason: { key: 'rejects.empty' } }] };
  const first = record.InitialContactId ?? record.PreviousContactId ?? record.ContactId;
  return { key: first, piece: { ...contactOf(record), first } };
}

const needs = ['ContactId', 'InitiationTimestamp'];

/** Amazon Connect: contact records as its streams deliver them. */
export const amazonConnect: PlatformFormat<Piece> = {
  label: 'Amazon Connect contact records',
  shapes: ['objects'],
  needs,
  recognises: (sample) => knows(sample, needs, ['InitiationMethod', 'Agent', 'Queue']),
  read,
  join: (pieces) => joinContacts(pieces[0]?.piece.first ?? '', pieces),
  words: new Map([
    ['handled', 'other'],
    ['not_queued', 'other'],
  ]),
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.talk_excludes_hold' }, { key: 'metricNotes.wait_to_first_agent' }],
  },
};

import type { Text } from '#format';
import type { PieceResult, PlatformFormat } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { type Contact, contactOf, idOf } from './contact.ts';
import { joinContacts } from './map.ts';
import { type CompletedContact, readCompletedContact } from './schema.ts';

/** Media by which nobody telephones, by the platform's numbers and names; a voice mail is listened to, not answered. */
const otherMedia = new Map(
  Object.entries({
    ...{ 1: 'E_MAIL', 2: 'FAX', 3: 'CHAT', 5: 'VOICE_MAIL', 6: 'WORK_ITEM', 7: 'SMS', 8: 'SOCIAL', 9: 'DIGITAL' },
    ...{
      E_MAIL: 'E_MAIL',
      EMAIL: 'E_MAIL',
      FAX: 'FAX',
      CHAT: 'CHAT',
      VOICE_MAIL: 'VOICE_MAIL',
      VOICEMAIL: 'VOICE_MAIL',
    },
    ...{ WORK_ITEM: 'WORK_ITEM', WORKITEM: 'WORK_ITEM', SMS: 'SMS', SOCIAL: 'SOCIAL', DIGITAL: 'DIGITAL' },
  }),
);

function leftOut({ mediaTypeName, mediaType, isActive }: CompletedContact): Text | null {
  const channel = otherMedia.get(mediaTypeName ?? mediaType ?? '');
  if (channel !== undefined) return { key: 'rejects.not_voice', values: { channel } };
  return isActive ? { key: 'rejects.still_open' } : null;
}

function read(value: unknown): PieceResult<Contact> {
  const result = readCompletedContact(value);
  if ('faults' in result) return result;
  const { values: contact } = result;
  const reason = leftOut(contact);
  if (reason !== null) return { leftOut: reason };
  if (contact.agentSeconds === null && idOf(contact.agentId) !== null)
    return { faults: [{ column: 'agentSeconds', value: null, reason: { key: 'rejects.empty' } }] };
  return { key: idOf(contact.masterContactId) ?? contact.contactId, piece: contactOf(contact) };
}

/** NICE CXone (inContact): completed contacts, as its interface gives them or as a table of them. */
export const niceCxone: PlatformFormat<Contact> = {
  label: 'NICE CXone completed contacts',
  shapes: ['objects', 'table'],
  needs: ['contactId', 'contactStart', 'agentSeconds'],
  recognises: (sample) =>
    knows(sample, ['contactId', 'agentSeconds'], ['masterContactId', 'inQueueSeconds', 'totalDurationSeconds']),
  read,
  join: joinContacts,
  words: new Map([
    ['handled', 'other'],
    ['not_queued', 'other'],
    ['not_answered', 'other'],
  ]),
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.talk_excludes_hold' }, { key: 'metricNotes.wait_to_first_agent' }],
  },
};

import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { type Contact, contactOf } from './contact.ts';
import { joinContacts } from './map.ts';
import { readContactRow } from './schema.ts';

function read(record: unknown, context: ReadContext): PieceResult<Contact> {
  const row = readContactRow(record);
  if ('faults' in row) return row;
  if (row.values['Data Status (Valid / Damaged)'] === 'DAMAGED') return { leftOut: { key: 'rejects.damaged' } };
  const contact = contactOf(row, context);
  return 'faults' in contact ? contact : { key: contact.interaction, piece: contact };
}

const needs = ['Interaction ID', 'Contact Type', 'Started At'];

/** Talkdesk: the contacts report, as a file or as the entries of its interface. */
export const talkdesk: PlatformFormat<Contact> = {
  label: 'Talkdesk contacts report',
  shapes: ['table', 'objects'],
  needs,
  recognises: (sample) => knows(sample, needs, ['Contact ID', 'Talk Time', 'Handle Time', 'Ring Groups']),
  read,
  join: joinContacts,
  words: new Map([
    ['answered', 'other'],
    ['connected', 'other'],
    ['not connected', 'no_contact'],
    ['not_connected', 'no_contact'],
    ['missed', 'abandoned'],
    ['short abandoned', 'abandoned'],
    ['short_abandoned', 'abandoned'],
    ['voicemail', 'callback'],
  ]),
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.talk_excludes_hold' }, { key: 'metricNotes.wait_to_first_agent' }],
  },
};

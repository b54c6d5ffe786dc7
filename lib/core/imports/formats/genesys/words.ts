import type { Outcome } from '#calls';

const noContact = ['busy', 'noanswer', 'machine', 'fax', 'disconnect', 'sit', 'lineconnected', 'unresolved'];

/** Wrap-up codes that the platform sets itself, and what its dialler found out; a client's own codes are ids. */
const words: Record<string, Outcome> = {
  handled: 'other',
  not_queued: 'other',
  voicemail: 'callback',
  'inin-wrap-up-timeout': 'other',
  'inin-wrap-up-skipped': 'other',
  'inin-outbound-busy': 'no_contact',
  'inin-outbound-no-answer': 'no_contact',
  'inin-outbound-machine': 'no_contact',
  'inin-outbound-fax': 'no_contact',
  'inin-outbound-disconnect': 'no_contact',
  'inin-outbound-sit-callable': 'no_contact',
  'inin-outbound-sit-uncallable': 'bad_number',
  'inin-outbound-invalid-phone-number': 'bad_number',
  ...Object.fromEntries(
    noContact.map((word): [string, Outcome] => [`disposition.classification.callable.${word}`, 'no_contact']),
  ),
  'disposition.classification.callable.person': 'other',
  'disposition.classification.uncallable.sit': 'bad_number',
  'disposition.classification.uncallable.notfound': 'bad_number',
};

export const wrapUpWords: ReadonlyMap<string, Outcome> = new Map(Object.entries(words));

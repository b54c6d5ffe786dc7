import type { Outcome } from '#calls';
import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { hasKeys } from '../../platform/read/has-keys.ts';
import { type Leg, legOf } from './leg.ts';
import { joinLegs } from './map.ts';
import { readRow } from './schema.ts';

/** Dispositions that Five9 sets itself, as its administrator's guide lists them. */
const words: Record<string, Outcome> = {
  'no answer': 'no_contact',
  busy: 'no_contact',
  fax: 'no_contact',
  'answering machine': 'no_contact',
  'dial error': 'no_contact',
  'no party contact': 'no_contact',
  'no response from caller': 'no_contact',
  'hardware timeout': 'no_contact',
  'resource unavailable': 'no_contact',
  'attempt limit': 'no_contact',
  'operator intercept': 'bad_number',
  unreachable: 'bad_number',
  'duplicated number': 'bad_number',
  abandon: 'abandoned',
  'caller disconnected': 'abandoned',
  'queue callback timeout': 'abandoned',
  'queue callback': 'callback',
  'sent to voicemail': 'callback',
  'do not call': 'refused',
  'transferred to 3rd party': 'transferred',
  'agent transfer': 'transferred',
  'no disposition': 'other',
  'system error': 'other',
  'system shutdown': 'other',
  'test call': 'other',
};

function read(record: unknown, context: ReadContext): PieceResult<Leg> {
  const row = readRow(record);
  if ('faults' in row) return row;
  const leg = legOf(row, context);
  return 'faults' in leg ? leg : { key: leg.callId, piece: leg };
}

const needs = ['CALL ID', 'TALK TIME'] as const;
const own = ['QUEUE WAIT TIME', 'AFTER CALL WORK TIME', 'BILL TIME (ROUNDED)', 'CALL TYPE', 'IVR PATH', 'DNIS'];

/** Five9: the Call Log report, as a table or as the records of its API. */
export const five9: PlatformFormat<Leg> = {
  label: 'Five9 Call Log',
  shapes: ['table', 'objects'],
  needs,
  recognises: ({ header, records }) =>
    [Object.fromEntries(header.map((name) => [name, null])), ...records].some(
      (record) => hasKeys(record, needs, own) && hasKeys(record, ['CALL ID'], ['TIMESTAMP', 'DATE']),
    ),
  read,
  join: joinLegs,
  words: new Map(Object.entries(words)),
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.five9_talk' }, { key: 'metricNotes.five9_legs' }],
  },
};

import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { type Leg, legOf } from './leg.ts';
import { joinLegs } from './map.ts';
import { readRow } from './schema.ts';
import { words } from './words.ts';

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
  recognises: (sample) => knows(sample, needs, own) && knows(sample, needs, ['TIMESTAMP', 'DATE']),
  read,
  join: joinLegs,
  words,
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.five9_talk' }, { key: 'metricNotes.five9_legs' }],
  },
};

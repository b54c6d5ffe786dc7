import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { idOf, type Leg, legOf, queuedMs } from './leg.ts';
import { joinLegs } from './map.ts';
import { readerOf } from './schema.ts';
import { unfinished, words } from './words.ts';

function read(record: unknown, { timezone }: ReadContext): PieceResult<Leg> {
  const row = readerOf(timezone)(record);
  if ('faults' in row) return row;
  if (unfinished.has(row.values.status.toUpperCase())) return { leftOut: { key: 'rejects.still_open' } };
  const id = idOf(row);
  if (id === null) return { faults: [{ column: 'lead_id', value: null, reason: { key: 'rejects.empty' } }] };
  return { key: id, piece: legOf(row, id) };
}

/** Which of the export's two queries a row is of; each stops by itself. */
function kindOf(record: unknown): string {
  const { alt_dial: altDial } = record as { alt_dial?: string | null };
  return queuedMs(altDial ?? null) === null ? 'outbound' : 'inbound';
}

const needs = ['call_date', 'status', 'user', 'campaign_id', 'length_in_sec'] as const;

/** VICIdial: the export of calls as its report page writes it, tab-separated and without quotes. */
export const vicidial: PlatformFormat<Leg> = {
  label: 'VICIdial Export Calls Report',
  shapes: ['table'],
  quotes: false,
  openEnd: 'custom_fields',
  stopsAt: { records: [100_000, 1_000_000], kindOf },
  needs,
  recognises: (sample) => knows(sample, needs, ['alt_dial', 'lead_id', 'uniqueid']),
  read,
  join: joinLegs,
  words: new Map(Object.entries(words)),
  metrics: {
    unreported: ['hold'],
    notes: [{ key: 'metricNotes.vicidial_length' }, { key: 'metricNotes.vicidial_standard' }],
  },
};

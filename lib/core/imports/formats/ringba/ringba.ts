import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { hasKeys } from '../../platform/read/has-keys.ts';
import { knows } from '../../platform/read/knows.ts';
import { joinRecords, type Piece, pieceOf } from './map.ts';
import { readCall } from './schema.ts';

function read(record: unknown, context: ReadContext): PieceResult<Piece> {
  const row = readCall(record);
  if ('faults' in row) return row;
  if (row.values.isLive) return { leftOut: { key: 'rejects.still_open' } };
  const piece = pieceOf(row.values, context);
  return 'faults' in piece ? piece : { key: piece.callId, piece };
}

const columnsOf = (record: unknown) =>
  typeof record === 'object' && record !== null && 'columns' in record ? record.columns : null;

/** Ringba: the call log, as its interface gives it or as a table of the same columns. */
export const ringba: PlatformFormat<Piece> = {
  label: 'Ringba call log',
  shapes: ['objects', 'table'],
  needs: ['inboundCallId', 'callDt'],
  recognises: (sample) =>
    knows(sample, ['inboundCallId'], ['callDt', 'Call Date', 'Call Date/Time']) ||
    sample.records.some((record) => hasKeys(columnsOf(record), ['inboundCallId', 'callDt'])),
  read,
  join: joinRecords,
  words: new Map([
    ['converted', 'sale'],
    ['not_converted', 'no_sale'],
    ['connected', 'other'],
    ['not_connected', 'abandoned'],
    ['blocked', 'other'],
  ]),
  metrics: {
    unreported: ['hold', 'wrap'],
    notes: [{ key: 'metricNotes.ringba_times' }, { key: 'metricNotes.ringba_revenue' }],
  },
};

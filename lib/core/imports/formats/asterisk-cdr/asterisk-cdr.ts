import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { knowsRows } from '../../platform/read/knows-rows.ts';
import { isInnerHalf } from '../asterisk/channel.ts';
import { joinAsterisk, words } from '../asterisk/join.ts';
import type { AsteriskPiece } from '../asterisk/piece.ts';
import { columnsOf } from './columns.ts';
import { rowOf } from './row.ts';
import { readerOf } from './schema.ts';

/** A header-less row as a record; a record of a table as it is. */
function recordOf(row: unknown): unknown {
  if (!Array.isArray(row)) return row;
  const columns = columnsOf(row);
  return columns === null ? null : Object.fromEntries(columns.map((name, index) => [name, row[index]]));
}

function read(row: unknown, { timezone }: ReadContext): PieceResult<AsteriskPiece> {
  const record = recordOf(row);
  if (record === null) return { faults: [{ column: null, value: null, reason: { key: 'rejects.not_a_cdr' } }] };
  const result = readerOf(timezone)(record);
  if ('faults' in result) return result;
  const { channel, linkedid } = result.values;
  if (linkedid === null && isInnerHalf(channel)) return { leftOut: { key: 'rejects.inner_half' } };
  const piece = rowOf(result.values);
  return { key: piece.callId, piece };
}

const needs = ['channel', 'duration', 'billsec', 'disposition'];
const starts = ['start', 'calldate'];

/** Asterisk's call detail records: Master.csv in either order, or a table of the same columns under a header. */
export const asteriskCdr: PlatformFormat<AsteriskPiece> = {
  label: 'Asterisk call detail records (Master.csv)',
  shapes: ['rows', 'table'],
  joinsAs: 'asterisk',
  needs: [...needs, 'start'],
  recognises: (sample) =>
    sample.shape === 'rows'
      ? knowsRows(sample, (row) => row.length <= 24 && columnsOf(row) !== null, { all: needs, any: starts })
      : knows(sample, needs, starts),
  read,
  join: joinAsterisk,
  words,
  metrics: {
    unreported: ['hold', 'wrap'],
    notes: [{ key: 'metricNotes.asterisk_billsec' }, { key: 'metricNotes.asterisk_unanswered' }],
  },
};

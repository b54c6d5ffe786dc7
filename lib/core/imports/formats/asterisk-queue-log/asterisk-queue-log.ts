import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { knowsRows } from '../../platform/read/knows-rows.ts';
import { joinAsterisk, words } from '../asterisk/join.ts';
import type { AsteriskPiece } from '../asterisk/piece.ts';
import { meanings } from '../asterisk/queue-events.ts';
import { columns, readerOf } from './schema.ts';

/** What stands for a call's id in lines that are of none. */
const noCall: ReadonlySet<string> = new Set(['NONE', 'REALTIME', 'CLI', 'MANAGER', 'UNKNOWN']);

function recordOf(line: unknown): unknown {
  return Array.isArray(line) ? Object.fromEntries(columns.map((name, index) => [name, line[index]])) : line;
}

function read(line: unknown, { timezone }: ReadContext): PieceResult<AsteriskPiece> {
  const result = readerOf(timezone)(recordOf(line));
  if ('faults' in result) return result;
  const { time, callid, queuename, agent, event, data, data1, data2, data3, data4, data5, data6, data7 } =
    result.values;
  const name = event.toUpperCase();
  if (callid === null || noCall.has(callid.toUpperCase()) || meanings[name] === undefined) return null;
  const params =
    data === null ? [data1, data2, data3, data4, data5, data6, data7] : data.split('|').map((cell) => cell || null);
  const known = (word: string | null) => (word === 'NONE' ? null : word);
  const piece = {
    source: 'queue',
    callId: callid,
    at: time,
    queue: known(queuename),
    agent: known(agent),
    event: name,
    params,
  } as const;
  return { key: callid, piece };
}

const isLine = ([time, , , , event]: readonly string[]) =>
  /^\d{9,10}(\.\d+)?$/.test(time ?? '') && /^[A-Z_]{4,30}$/.test(event ?? '');

/** What the table of the same log calls its columns. */
const named = { all: ['callid', 'agent', 'event'], any: ['queuename', 'queue'] };

/** Asterisk's queue_log: the file, its parts between bars, or the table of the same. */
export const asteriskQueueLog: PlatformFormat<AsteriskPiece> = {
  label: 'Asterisk queue_log',
  shapes: ['rows', 'table'],
  quotes: false,
  joinsAs: 'asterisk',
  needs: ['time', 'callid', 'queuename', 'agent', 'event'],
  recognises: (sample) =>
    sample.shape === 'rows' ? knowsRows(sample, isLine, named) : knows(sample, named.all, named.any),
  read,
  join: joinAsterisk,
  words,
  metrics: {
    unreported: ['hold', 'wrap'],
    notes: [{ key: 'metricNotes.asterisk_queue_transfers' }],
  },
};

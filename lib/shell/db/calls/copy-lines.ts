import type { Call } from '#calls';
import type { Ids } from '../rollup/spans.ts';

/** A call with its place in the delivery. */
export type DeliveredCall = { file: number; row: number; call: Call };

/** Columns of a call in COPY order, as `call` names them. */
export const copiedColumns = [
  'batch_row',
  'batch_file',
  'vendor_id',
  'call_id',
  'program_id',
  'started_at',
  'wait_ms',
  'talk_ms',
  'hold_ms',
  'wrap_ms',
  'revenue',
  'direction',
  'outcome',
  'answered',
  'currency',
  'call_type',
  'agent',
  'disposition',
  'customer_ref',
  'leg_of',
  'details',
  'batch_id',
] as const;

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function text(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : value;
}

function number(value: number | bigint | null): string {
  return value === null ? '\\N' : String(value);
}

function known(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`"${code}" is not declared`);
  return id;
}

const HOUR_MS = 3_600_000;

/** Writer of instants; calls come mostly in order of time, so the hour is the last one's. */
function stamps(): (ms: number) => string {
  let hour = Number.NaN;
  let prefix = '';
  return (ms) => {
    const own = Math.floor(ms / HOUR_MS);
    if (own !== hour) {
      hour = own;
      prefix = new Date(own * HOUR_MS).toISOString().slice(0, 14);
    }
    const within = ms - own * HOUR_MS;
    const minute = Math.floor(within / 60_000);
    const second = (within - minute * 60_000) / 1000;
    return `${prefix}${minute < 10 ? '0' : ''}${minute}:${second < 10 ? '0' : ''}${second}Z`;
  };
}

/** Lines that are put together before they are encoded: long texts made of pieces are slow to flatten. */
const LINES_AT_ONCE = 64;
const LONGEST_LINE = 16_384;

/**
 * Writer of a batch's calls in COPY's text format, encoded. What it returns is one block of bytes for the calls given;
 * the same ids, texts and instants are written millions of times, so it is careful with time and memory.
 */
export function copyWriter(batchId: string, { vendors, programs }: Ids): (calls: readonly DeliveredCall[]) => Buffer {
  const stamp = stamps();
  const end = `\t${batchId}\n`;
  const line = ({ row, file, call }: DeliveredCall): string =>
    `${row}\t${file}\t${known(vendors, call.vendor)}\t${text(call.callId)}\t${known(programs, call.program)}\t${stamp(call.startedAt)}\t${number(call.waitMs)}\t${call.talkMs}\t${number(call.holdMs)}\t${number(call.wrapMs)}\t${number(call.revenue)}\t${call.direction}\t${call.outcome}\t${call.answered ? 't' : 'f'}\t${call.currency}\t${text(call.callType)}\t${text(call.agent)}\t${text(call.disposition)}\t${call.customerRef === null ? '\\N' : `\\\\x${call.customerRef}`}\t${text(call.legOf)}\t${call.details === null ? '\\N' : text(JSON.stringify(call.details))}${end}`;
  let bytes = Buffer.allocUnsafe(1 << 16);
  const put = (lines: string, at: number): number => {
    if (at + lines.length * 3 > bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.allocUnsafe(bytes.length + lines.length * 3)]);
    return at + bytes.write(lines, at);
  };
  return (calls) => {
    let at = 0;
    let lines = '';
    for (const [index, call] of calls.entries()) {
      lines += line(call);
      if (index % LINES_AT_ONCE < LINES_AT_ONCE - 1 && lines.length < LONGEST_LINE) continue;
      at = put(lines, at);
      lines = '';
    }
    at = put(lines, at);
    return Buffer.from(bytes.subarray(0, at));
  };
}

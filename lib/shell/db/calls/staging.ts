import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Call } from '#calls';
import type { Database } from '../database.ts';
import type { Ids } from '../rollup/spans.ts';
import type { Claim } from './claim.ts';
import { stagingTable } from './staging-table.ts';

/** Columns of a staged call, in COPY order. */
export const stagedColumns = [
  'row',
  'file',
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

/** One line of COPY's text format. */
function copyLine({ row, file, call }: StagedCall, ids: Ids): string {
  return `${row}\t${file}\t${known(ids.vendors, call.vendor)}\t${text(call.callId)}\t${known(ids.programs, call.program)}\t${new Date(call.startedAt).toISOString()}\t${number(call.waitMs)}\t${call.talkMs}\t${number(call.holdMs)}\t${number(call.wrapMs)}\t${number(call.revenue)}\t${call.direction}\t${call.outcome}\t${call.answered ? 't' : 'f'}\t${call.currency}\t${text(call.callType)}\t${text(call.agent)}\t${text(call.disposition)}\t${call.customerRef === null ? '\\N' : `\\\\x${call.customerRef}`}\t${text(call.legOf)}\t${call.details === null ? '\\N' : text(JSON.stringify(call.details))}\n`;
}

export type StagedCall = { file: number; row: number; call: Call };

/** Takes batches of calls into the staging table, as fast as PostgreSQL takes them. */
export type Staging = {
  write(calls: readonly StagedCall[]): Promise<void>;
  finish(): Promise<void>;
  abort(error: Error): Promise<void>;
};

/** Makes the batch's staging table and opens a COPY into it, on the import's own connection. */
export async function openStaging({ client }: Claim, batchId: string, ids: Ids): Promise<Staging> {
  const table = stagingTable(batchId);
  await client.query(
    `create unlogged table ${table} as select 0::int as row, 1::smallint as file, ${stagedColumns.slice(2).join(', ')} from call with no data`,
  );
  const stream = client.query(copyFrom(`copy ${table} (${stagedColumns.join(', ')}) from stdin`));
  const ended = finished(stream);
  // A fault before `finish` surfaces in `write` or `finish`; without a listener it would end the process.
  ended.catch(() => {});
  let drained: Promise<unknown> | null = null;
  return {
    // Waits for the batch before, not for this one: the next is read while the server takes this.
    async write(calls) {
      let lines = '';
      for (const call of calls) lines += copyLine(call, ids);
      await drained;
      drained = lines === '' || stream.write(lines) ? null : Promise.race([once(stream, 'drain'), ended]);
      drained?.catch(() => {});
    },
    async finish() {
      await drained;
      stream.end();
      await ended;
      await client.query(`analyze ${table}`);
    },
    async abort(error) {
      stream.destroy(error);
      await ended.catch(() => {});
    },
  };
}

/** Drops the batch's staging table, if it is there. */
export async function dropStaging(database: Database, batchId: string): Promise<void> {
  await database.sql.execute(`drop table if exists ${stagingTable(batchId)}`);
}

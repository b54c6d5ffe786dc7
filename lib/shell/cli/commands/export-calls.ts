import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { outcomes } from '#calls';
import { tableCsv } from '#exports';
import { OperationError } from '#operations';
import type { CallsQuery, Row } from '#reports';
import { parseDay } from '#time';
import { allCalls } from '#views';
import { type Command, type Given, readOption, requiredOption, UsageError } from '../command.ts';

const oneOf =
  <T extends string>(...known: readonly T[]) =>
  (text: string): T => {
    const found = known.find((own) => own === text);
    if (found === undefined) throw new Error(`no "${text}"; there are ${known.join(', ')}`);
    return found;
  };

function contractId(text: string): string {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is no number of a contract`);
  return text;
}

/** What each option must be; one that is not given asks for nothing. */
const readers: { [Name in keyof CallsQuery]-?: (text: string) => NonNullable<CallsQuery[Name]> } = {
  from: parseDay,
  to: parseDay,
  vendor: String,
  program: String,
  contract: contractId,
  class: String,
  billed: oneOf('yes', 'no'),
  outcome: oneOf(...outcomes),
  state: oneOf('handled', 'contact'),
  type: String,
  revenue: oneOf('yes'),
};

function queryOf(given: Given): CallsQuery {
  const query: CallsQuery = Object.fromEntries(
    Object.entries(readers).flatMap(([name, read]) => {
      const value = readOption<string>(given, name, read);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  if ((query.from === undefined) !== (query.to === undefined)) throw new UsageError('--from and --to go together');
  if (query.from !== undefined && query.to !== undefined && query.from >= query.to)
    throw new UsageError(`--to: ${query.to} is not after ${query.from}`);
  return query;
}

/** Writes beside the file and puts it in its place once all of it is there. */
async function write(file: string, bytes: ReadableStream<Uint8Array>): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const isPath = error instanceof Error && 'path' in error;
    throw isPath ? new UsageError(`--output: cannot write ${file}: ${error.message}`) : error;
  }
}

/** `export calls`: the calls of a filter with what was billed of them, as CSV, however many there are. */
export const exportCalls: Command = {
  name: 'export calls',
  args: [],
  options: {
    from: { type: 'string', value: 'DAY', help: "first day, on the calendar of each call's program" },
    to: { type: 'string', value: 'DAY', help: 'the day after the last; default all days' },
    vendor: { type: 'string', value: 'CODE', help: 'one vendor' },
    program: { type: 'string', value: 'CODE', help: 'one program' },
    contract: { type: 'string', value: 'N', help: 'one contract version, by its number' },
    class: { type: 'string', value: 'CODE', help: 'one rate class' },
    billed: { type: 'string', value: 'yes|no', help: 'only calls that are billed, or that are not' },
    outcome: { type: 'string', value: 'WORD', help: 'one outcome' },
    state: { type: 'string', value: 'WORD', help: 'handled, or contact: handled with the person wanted' },
    type: { type: 'string', value: 'TEXT', help: 'one call type' },
    revenue: { type: 'string', value: 'yes', help: 'only calls with a reported revenue' },
    output: { type: 'string', value: 'FILE', short: 'o', required: true, help: 'the file to write' },
  },
  help: 'calls with their rating, as a CSV file; customers are left out',
  async run(given, { session, say, progress }) {
    const file = requiredOption(given, 'output', String);
    const found = await allCalls(await session(), queryOf(given));
    if (!found) throw new OperationError('not_found', 'there is nothing to export: no calls have been imported');
    let calls = 0;
    async function* counted(): AsyncGenerator<Row[]> {
      for await (const rows of found?.pages ?? []) {
        calls += rows.length;
        progress(`${calls} calls`);
        yield rows;
      }
    }
    await write(file, tableCsv(found.table, counted(), say));
    return { json: { file, format: 'csv', calls }, text: `${file}: ${calls} calls` };
  },
};

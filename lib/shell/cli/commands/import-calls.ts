import { randomUUID } from 'node:crypto';
import { dropSpool, listVendors, spooledFiles, spoolFile } from '#db';
import type { SourceFile } from '#imports';
import { CancelledError, cancelImport, FailedImportError, type ImportResult, importCalls } from '#operations';
import type { Session } from '#views';
import { type Command, type Given, type Terminal, UsageError } from '../command.ts';
import { deliveriesOf } from '../deliveries.ts';
import { importJson, importText, shownProgress } from '../import-answer.ts';
import { type LogReading, logFile, logOptions, logReading } from '../log-options.ts';
import { onInterrupt } from '../on-interrupt.ts';

/** A log's local times are the vendor's, unless the command says otherwise. */
async function zoneOf(session: Session, vendor: string | null): Promise<string | null> {
  const vendors = await listVendors(session.database);
  return vendors.find(({ code }) => code === vendor)?.timezone ?? null;
}

type Importing = { session: Session; reading: LogReading; strict: boolean; terminal: Terminal };
type Delivery = { id: string; files: readonly SourceFile[] };

async function importOne({ id, files }: Delivery, { session, reading, strict, terminal }: Importing) {
  const result = await onInterrupt(
    // One that ends in the same moment is not cancelled: then its end is shown.
    () => cancelImport(session, id).catch(() => {}),
    () => importCalls(session, { ...reading, id, files, strict, onProgress: shownProgress(terminal.progress) }),
  );
  for (const warning of result.warnings) terminal.warn(terminal.say(warning));
  return result;
}

/** Keeps standard input, which can be read only once, under the batch that it will be. */
async function fromStandardInput(): Promise<Delivery> {
  const id = randomUUID();
  const name = 'standard input';
  try {
    await onInterrupt(
      () => process.stdin.destroy(new CancelledError()),
      () => spoolFile(id, 1, { name, bytes: process.stdin }),
    );
  } catch (error) {
    await dropSpool(id);
    throw error instanceof CancelledError ? error : new FailedImportError(error);
  }
  return { id, files: spooledFiles(id, [name]) };
}

async function deliveries({ positionals, options }: Given, { session, reading }: Importing): Promise<Delivery[]> {
  if (positionals.includes('-')) return [await fromStandardInput()];
  const files = positionals.map(logFile);
  const together = options.together === true ? [files] : await deliveriesOf(session, files, reading);
  return together.map((own) => ({ id: randomUUID(), files: own }));
}

/** What has been imported when a later one of several fails is said: it stands. */
function sayDone(results: readonly ImportResult[], { terminal: { warn, say } }: Importing): void {
  for (const result of results) warn(importText(result, say));
}

/** `import calls`: reads call logs. */
export const importCallsCommand: Command = {
  name: 'import calls',
  args: [{ name: 'file|-', required: true, repeats: true }],
  options: {
    ...logOptions,
    together: { type: 'boolean', help: 'the files are one delivery: what they say of a call is joined' },
    strict: { type: 'boolean', help: 'any rejected row undoes the whole import (exit status 2)' },
  },
  help: 'imports call logs, each file by itself; `-` is standard input',
  async run(given, terminal) {
    const asked = logReading(given);
    if (given.positionals.length > 1 && given.positionals.includes('-'))
      throw new UsageError('standard input is imported by itself');
    const session = await terminal.session();
    const reading = { ...asked, timezone: asked.timezone ?? (await zoneOf(session, asked.vendor)) };
    const importing: Importing = { session, reading, strict: given.options.strict === true, terminal };
    const results: ImportResult[] = [];
    try {
      for (const delivery of await deliveries(given, importing)) results.push(await importOne(delivery, importing));
    } catch (error) {
      sayDone(results, importing);
      throw error;
    }
    const { say } = terminal;
    const json = results.map((result) => importJson(result, say));
    return {
      json: json.length === 1 ? json[0] : json,
      text: results.map((result) => importText(result, say)).join('\n\n'),
    };
  },
};

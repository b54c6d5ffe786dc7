import { listVendors } from '#db';
import { fileOfStream, type SourceFile } from '#imports';
import { type ImportProgress, importCalls } from '#operations';
import type { Session } from '#views';
import type { Command } from '../command.ts';
import { logFile, logOptions, logReading } from '../log-options.ts';
import { progressText } from '../progress.ts';

/** A log's local times are the vendor's, unless the command says otherwise. */
async function zoneOf(session: Session, vendor: string | null): Promise<string | null> {
  const vendors = await listVendors(session.database);
  return vendors.find(({ code }) => code === vendor)?.timezone ?? null;
}

function open(file: string): SourceFile {
  return file === '-' ? fileOfStream('standard input', () => process.stdin) : logFile(file);
}

/** `import calls`: reads a call log. */
export const importCallsCommand: Command = {
  name: 'import calls',
  args: [{ name: 'file|-', required: true }],
  options: {
    ...logOptions,
    strict: { type: 'boolean', help: 'any rejected row undoes the whole import (exit status 2)' },
  },
  help: 'imports a call log: CSV, plain or .gz',
  async run(given, { session, progress, warn, say }) {
    const file = given.positionals[0] ?? '-';
    const begun = performance.now();
    const reading = logReading(given);
    const source = open(file);
    const opened = await session();
    const result = await importCalls(opened, {
      ...reading,
      files: [source],
      timezone: reading.timezone ?? (await zoneOf(opened, reading.vendor)),
      strict: given.options.strict === true,
      onProgress: ({ phase, rows, bytesRead, bytesTotal }: ImportProgress) =>
        progress(
          progressText({
            phase,
            rows,
            share: bytesTotal ? bytesRead / bytesTotal : null,
            seconds: (performance.now() - begun) / 1000,
          }),
        ),
    });
    const warnings = result.warnings.map(say);
    for (const warning of warnings) warn(warning);
    const rejects = result.rejects.map(({ reason, file: _, ...place }) => ({ ...place, reason: say(reason) }));
    const { rows, inserted, updated, unchanged, repeated, rejected, days, seconds, batch } = result;
    const lines = rejects.map(
      ({ row, column, value, reason }) =>
        `  row ${row}${column ? `, ${column}` : ''}${value === null ? '' : ` "${value}"`}: ${reason}`,
    );
    const text = [
      `${rows} rows: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${repeated} repeated, ${rejected} rejected`,
      `${days} vendor-days recomputed in ${seconds.toFixed(1)} s (batch ${batch})`,
      ...lines,
    ];
    return { json: { ...result, rejects, warnings }, text: text.join('\n') };
  },
};

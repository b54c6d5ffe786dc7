import { fileOnDisk, listVendors } from '#db';
import { fileOfStream, formatNames, type SourceFile } from '#imports';
import { type ImportProgress, importCalls } from '#operations';
import type { Session } from '#views';
import { type Command, readOption, textOption } from '../command.ts';
import { sizeOf } from '../input-file.ts';
import { progressText } from '../progress.ts';
import { readZone } from '../read-zone.ts';

const readFormat = (text: string) => {
  const found = formatNames.find((name) => name === text);
  if (!found) throw new Error(`no format "${text}"; there are ${formatNames.join(', ')}`);
  return found;
};

/** A log's local times are the vendor's, unless the command says otherwise. */
async function zoneOf(session: Session, vendor: string | null): Promise<string | null> {
  const vendors = await listVendors(session.database);
  return vendors.find(({ code }) => code === vendor)?.timezone ?? null;
}

function open(file: string): SourceFile {
  if (file === '-') return fileOfStream('standard input', () => process.stdin);
  sizeOf(file);
  return fileOnDisk(file);
}

/** `import calls`: reads a call log. */
export const importCallsCommand: Command = {
  name: 'import calls',
  args: [{ name: 'file|-', required: true }],
  options: {
    vendor: { type: 'string', value: 'V', help: 'the vendor whose log it is; without it every row names its own' },
    program: { type: 'string', value: 'P', help: 'the program of rows that name none' },
    format: { type: 'string', value: 'F', help: `${formatNames.join(', ')}; found from the content where it can be` },
    timezone: { type: 'string', value: 'Z', help: "zone of local times; without it the vendor's own" },
    strict: { type: 'boolean', help: 'any rejected row undoes the whole import (exit status 2)' },
  },
  help: 'imports a call log: CSV, plain or .gz',
  async run(given, { session, progress, warn, say }) {
    const file = given.positionals[0] ?? '-';
    const begun = performance.now();
    const vendor = textOption(given, 'vendor') ?? null;
    const timezone = readOption(given, 'timezone', readZone) ?? null;
    const format = readOption(given, 'format', readFormat) ?? null;
    const source = open(file);
    const opened = await session();
    const result = await importCalls(opened, {
      files: [source],
      vendor,
      program: textOption(given, 'program') ?? null,
      timezone: timezone ?? (await zoneOf(opened, vendor)),
      format,
      mapping: null,
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

import { fileOnDisk } from '#db';
import { type FormatName, formatNames, type Mapping, type SourceFile } from '#imports';
import { type Command, type Given, readOption, textOption, UsageError } from './command.ts';
import { sizeOf } from './input-file.ts';
import { mappingIn } from './mapping-file.ts';
import { readZone } from './read-zone.ts';

/** What a command says of how call logs are read. */
export const logOptions = {
  vendor: { type: 'string', value: 'V', help: 'the vendor whose log it is; without it every row names its own' },
  program: { type: 'string', value: 'P', help: 'the program of rows that name none' },
  format: { type: 'string', value: 'F', help: `${formatNames.join(', ')}; found from the content where it can be` },
  mapping: { type: 'string', value: 'M', help: 'a YAML file that says how the columns of a table are read' },
  timezone: { type: 'string', value: 'Z', help: "zone of local times; without it the vendor's own" },
} as const satisfies Command['options'];

/** How call logs are to be read, as it was given. */
export type LogReading = {
  vendor: string | null;
  program: string | null;
  timezone: string | null;
  format: FormatName | null;
  mapping: Mapping | null;
};

function readFormat(text: string): FormatName {
  const found = formatNames.find((name) => name === text);
  if (!found) throw new Error(`no format "${text}"; there are ${formatNames.join(', ')}`);
  return found;
}

/** Reads these options. Throws UsageError, and OperationError where the file of the mapping is none. */
export function logReading(given: Given): LogReading {
  const format = readOption(given, 'format', readFormat) ?? null;
  const file = textOption(given, 'mapping');
  if (format !== null && file !== undefined) throw new UsageError('--format and --mapping exclude each other');
  return {
    vendor: textOption(given, 'vendor') ?? null,
    program: textOption(given, 'program') ?? null,
    timezone: readOption(given, 'timezone', readZone) ?? null,
    format,
    mapping: file === undefined ? null : mappingIn(file),
  };
}

/** A file on the disk to be read. Throws a UsageError where there is none. */
export function logFile(path: string): SourceFile {
  sizeOf(path);
  return fileOnDisk(path);
}

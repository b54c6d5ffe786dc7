import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { exportFormats, exportReport } from '#exports';
import { OperationError } from '#operations';
import {
  type Answer,
  type Command,
  type Given,
  readOption,
  requiredOption,
  type Terminal,
  UsageError,
} from '../command.ts';
import { economicsCommand } from './economics.ts';
import { quality } from './quality.ts';
import { statement } from './statement.ts';
import { verdicts } from './verdicts.ts';

const formats = [...exportFormats, 'json'] as const;
type Format = (typeof formats)[number];

const readFormat = (text: string): Format => {
  const found = formats.find((format) => format === text.toLowerCase());
  if (!found) throw new Error(`no format "${text}"; there are ${formats.join(', ')}`);
  return found;
};

/** The format that is asked for, or the one that the file's name ends in. */
function formatOf(given: Given, file: string): Format {
  const asked = readOption(given, 'format', readFormat);
  if (asked) return asked;
  const ending = extname(file).slice(1).toLowerCase();
  const found = formats.find((format) => format === ending);
  if (!found) throw new UsageError(`--format is required where the file does not end in .${formats.join(', .')}`);
  return found;
}

async function bytesOf({ json, report }: Answer, format: Format, { say }: Terminal): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(json)}\n`);
  if (!report) throw new OperationError('not_found', 'there is nothing to export: no calls have been imported');
  return exportReport(report, format, { say, now: new Date() });
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new UsageError(`--output: cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `export <name>`: what a command answers, as a file. The file is written once all of it is there. */
function exportOf({ name, args, options, help, run }: Command): Command {
  return {
    name: `export ${name}`,
    args,
    options: {
      ...options,
      format: { type: 'string', value: 'F', help: `${formats.join(', ')}; default the ending of the file` },
      output: { type: 'string', value: 'FILE', short: 'o', required: true, help: 'the file to write' },
    },
    help: `${help}, as a file`,
    async run(given, terminal) {
      const file = requiredOption(given, 'output', String);
      const format = formatOf(given, file);
      const bytes = await bytesOf(await run(given, terminal), format, terminal);
      write(file, bytes);
      return { json: { file, format, bytes: bytes.length }, text: `${file}: ${bytes.length} bytes` };
    },
  };
}

/** The commands whose answer is a report, as files. */
export const exportCommands: readonly Command[] = [economicsCommand, verdicts, statement, quality].map(exportOf);

import type { ImportOptions } from '../import-options.ts';
import { sampleOptions } from '../samples.test-data.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import { parseMapping } from './parse.ts';
import { mappingReader } from './reader.ts';
import type { Mapping } from './schema.ts';

/** Refuses a file. */
export const unusable: Unusable = (reason, place) => new UnusableFileError('x.csv', reason, place);

/** A mapping as its file has it. */
export function mapped(input: object): Mapping {
  const parsed = parseMapping(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.mapping;
}

/** The columns that every mapping here has. */
export const columns = {
  call_id: { from: 'Call' },
  started_at: { from: 'Start', format: 'iso' },
  talk_s: { from: 'Talk', unit: 'seconds' },
};

export type Given = { columns?: object; options?: Partial<ImportOptions> } & Record<string, unknown>;

/** The reader of a table whose first line is its header, and its rows; cells set apart by `|`. */
export function opened({ columns: more = {}, options = {}, ...rest }: Given, lines: readonly string[]) {
  const [header = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const mapping = mapped({ columns: { ...columns, ...more }, ...rest });
  return { reader: mappingReader(header, mapping, { ...sampleOptions, ...options }, unusable), rows };
}

/** When a call begins where that does not matter. */
export const when = '2026-03-02T09:15:00Z';

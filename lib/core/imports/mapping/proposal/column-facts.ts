import { named } from '../../csv/header.ts';
import { fold } from '../../vendor-words.ts';
import { type HeaderName, headerName } from './header-name.ts';

/** Words that vendors write where they have nothing to say. */
const nothing: ReadonlySet<string> = new Set([
  ...['-', '--', '---', 'n/a', '#n/a', 'null', '(null)', '[null]', 'none', '[none]', '(none)', 'nan', 'nil'],
  ...['\\n', '?', 'undefined', 'n.d.', 'n.v.', 's/d'],
]);

const LONGEST_NAME = 200;

/** One column of the rows looked at. */
export type ColumnFacts = {
  header: string;
  /** What a mapping calls it: its name, or its place where it has none of its own. */
  column: string;
  place: number;
  name: HeaderName;
  /** What it says, trimmed, in the order of the rows. */
  values: readonly string[];
  distinct: ReadonlySet<string>;
  /** What it writes where it has nothing to say. */
  unknown: readonly string[];
};

/** Looks at a column of a table. */
export function columnFacts(
  header: readonly string[],
  place: number,
  rows: readonly (readonly string[])[],
): ColumnFacts {
  const own = header[place]?.trim() ?? '';
  const same = header.filter((other) => named(other) === named(own));
  const cells = rows.map((row) => row[place]?.trim() ?? '');
  const written = cells.filter((cell) => cell !== '');
  const values = written.filter((cell) => !nothing.has(fold(cell)));
  return {
    header: own,
    column: own === '' || own.length > LONGEST_NAME || same.length > 1 ? `#${place + 1}` : own,
    place,
    name: headerName(own),
    values,
    distinct: new Set(values),
    unknown: [...new Set(written.filter((cell) => nothing.has(fold(cell))))],
  };
}

/** The share of a column's values that can be read one way; of a column without values none can. */
export function share(values: readonly string[], reads: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(reads).length / values.length;
}

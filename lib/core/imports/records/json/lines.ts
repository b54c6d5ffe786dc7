import type { TextBlock } from '../../bytes/text-blocks.ts';
import { type Unusable, UnusableFileError } from '../../unusable-file-error.ts';
import { isPage } from './list-keys.ts';
import { type Exact, LONGEST_RECORD, parseValue } from './parse-value.ts';
import { RecordCutter } from './record-cutter.ts';
import type { NumberedValue, ValueBlock } from './value-block.ts';

/** Lines of a text's beginning that tell whether each line is a record. */
const LOOKED_AT = 50;

function isRecord(line: string): boolean {
  const read = line.trimStart().startsWith('{') ? parseValue(line, 'whole_numbers') : null;
  return read !== null && 'value' in read && !isPage(read.value);
}

/** Whether the lines of a text are records: the first is an object by itself, or at least half of the first ones are. */
export function isLines(head: string, whole: boolean): boolean {
  const lines = head.split('\n').slice(0, whole ? undefined : -1);
  const written = lines.filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
  const [first = ''] = written;
  return (
    first.trimStart().startsWith('{') && (isRecord(first) || written.filter(isRecord).length * 2 >= written.length)
  );
}

const aside: Unusable = (reason, place) => new UnusableFileError('', reason, place);

/** The texts of a line that is no value of JSON, but may be several, with or without commas. */
function textsIn(line: string): string[] {
  try {
    const cutter = new RecordCutter(aside, { pages: false });
    const cuts = cutter.push(line);
    cutter.end();
    return cuts.map(({ text }) => text ?? line);
  } catch {
    return [line];
  }
}

function valuesOf(line: string, row: number, exact: Exact): NumberedValue[] {
  if (line.trim() === '') return [];
  const read = parseValue(line, exact);
  if ('value' in read) return [{ row, value: read.value }];
  return textsIn(line).map((text) => ({ row, ...parseValue(text, exact) }));
}

/** Reads a text of which each line is a record, be it one that cannot be read; empty lines count as lines. */
export async function* lineValues(
  texts: AsyncIterable<TextBlock>,
  exact: Exact,
  unusable: Unusable,
): AsyncGenerator<ValueBlock> {
  let rest = '';
  let row = 1;
  let last: TextBlock = { text: '', encoding: 'utf-8' };
  for await (last of texts) {
    const lines = (rest + last.text).split('\n');
    rest = lines.pop() ?? '';
    yield { values: lines.flatMap((line, index) => valuesOf(line, row + index, exact)), encoding: last.encoding };
    row += lines.length;
    if (rest.length > LONGEST_RECORD)
      throw unusable({ key: 'files.record_too_long', values: { longest: LONGEST_RECORD } }, { row });
  }
  yield { values: valuesOf(rest, row, exact), encoding: last.encoding };
}

import type { TextBlock } from '../../bytes/text-blocks.ts';
import type { Unusable } from '../../unusable-file-error.ts';
import { isLines, lineValues } from './lines.ts';
import { type Exact, parseValue, tooDeep } from './parse-value.ts';
import { type Cut, RecordCutter } from './record-cutter.ts';
import type { NumberedValue, ValueBlock } from './value-block.ts';

/** Whether a text begins as JSON does: an object, or a list of them. */
export function isJson(head: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{\]]|$))/.test(head);
}

const toValue =
  (exact: Exact) =>
  ({ row, text }: Cut): NumberedValue => ({
    row,
    ...(text === null ? tooDeep : parseValue(text, exact)),
  });

async function* cutValues(
  texts: AsyncIterable<TextBlock>,
  exact: Exact,
  unusable: Unusable,
): AsyncGenerator<ValueBlock> {
  const cutter = new RecordCutter(unusable, { pages: true });
  for await (const { text, encoding } of texts) yield { values: cutter.push(text).map(toValue(exact)), encoding };
  cutter.end();
}

/** What a document of JSON begins with, and whether that is all of it. */
export type JsonHead = { head: string; whole: boolean };

/** Reads the records of a document of JSON: see `RecordCutter`; where lines are records, each line is one by itself. */
export function jsonValues(
  { head, whole }: JsonHead,
  texts: AsyncIterable<TextBlock>,
  { exact, unusable }: { exact: Exact; unusable: Unusable },
): AsyncGenerator<ValueBlock> {
  return isLines(head, whole) ? lineValues(texts, exact, unusable) : cutValues(texts, exact, unusable);
}

/** The first records of a document of JSON, as far as its beginning shows them. */
export function firstValues({ head, whole }: JsonHead, most: number, unusable: Unusable): unknown[] {
  const exact = 'whole_numbers';
  const lines = isLines(head, whole);
  const texts = lines
    ? head.split('\n').slice(0, whole ? undefined : -1)
    : new RecordCutter(unusable, { pages: true }).push(head).map(({ text }) => text ?? '');
  return texts.slice(0, most).flatMap((text) => {
    const read = parseValue(text, exact);
    return 'value' in read ? [read.value] : [];
  });
}

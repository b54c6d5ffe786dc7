import type { Encoding, TextBlock } from '../bytes/text-blocks.ts';
import type { RowFault } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';

/** One value of a JSON document that stands where a record stands, or why it is none. */
export type NumberedValue = { row: number } & ({ value: unknown } | { fault: RowFault });

/** Some records of a JSON document, in order. */
export type ValueBlock = { values: NumberedValue[]; encoding: Encoding };

const lists = ['calls', 'conversations', 'records', 'data', 'results', 'contacts', 'completedContacts'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  const inner = isObject(value.report) ? { ...value, ...value.report } : value;
  const list = lists.find((name) => Array.isArray((inner as Record<string, unknown>)[name]));
  return list === undefined ? [value] : ((inner as Record<string, unknown>)[list] as unknown[]);
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function ofLine(text: string, row: number): NumberedValue[] {
  if (text.trim() === '') return [];
  const read = parsed(text);
  return [
    read === null
      ? { row, fault: { column: null, value: null, reason: { key: 'rejects.not_json' } } }
      : { row, ...read },
  ];
}

/** Reads the records of a JSON document: lines that are records each, a list of them, or a list within an object. */
export async function* valueBlocks(texts: AsyncIterable<TextBlock>, unusable: Unusable): AsyncGenerator<ValueBlock> {
  let text = '';
  let encoding: Encoding = 'utf-8';
  for await (const block of texts) {
    text += block.text;
    encoding = block.encoding;
  }
  const whole = parsed(text);
  if (whole !== null) {
    yield { values: recordsIn(whole.value).map((value, index) => ({ row: index + 1, value })), encoding };
    return;
  }
  const lines = text.split('\n').flatMap((line, index) => ofLine(line, index + 1));
  if (!lines.some((line) => 'value' in line)) throw unusable({ key: 'files.not_json' });
  yield { values: lines, encoding };
}

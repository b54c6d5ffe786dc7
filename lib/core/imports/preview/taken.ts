import type { Encoding } from '../bytes/text-blocks.ts';
import type { RowBlock } from '../csv/rows.ts';
import { isEmpty } from '../csv/shape.ts';
import { headerOf } from '../detect-format.ts';
import { flatRecord } from '../records/flat-record.ts';
import type { Exact } from '../records/json/parse-value.ts';
import type { ValueBlock } from '../records/json/value-block.ts';
import type { Records, RowRecords, ValueRecords } from '../records/open-records.ts';

/** Characters that a preview holds of one document. */
const MOST_CHARACTERS = 8_388_608;

/** How the records of a document are to be taken. */
export type Taking = {
  /** At most so many records. */
  most: number;
  quotes: boolean;
  /** Whether the first row that has something in it is a header. */
  headed: boolean;
  exact: Exact;
};

/** The first records of a document, to be read as often as one likes, and as a table whose header has a cell for each. */
export type TakenRecords = {
  records: Records;
  header: string[] | null;
  rows: TakenRow[];
  encoding: Encoding | null;
  /** Whether there are no more. */
  whole: boolean;
};
export type TakenRow = { row: number; cells: readonly string[] };

async function* replayed<T>(blocks: readonly T[]): AsyncGenerator<T> {
  yield* blocks;
}

/** So many of a block's rows that have something in them, and the empty ones between them. */
function cut(block: RowBlock, most: number): RowBlock {
  let count = 0;
  const end = block.rows.findIndex((cells) => !isEmpty(cells) && ++count > most);
  return end < 0 ? block : { ...block, rows: block.rows.slice(0, end) };
}

async function takeRows(records: RowRecords, { most, quotes, headed }: Taking): Promise<TakenRecords> {
  const blocks: RowBlock[] = [];
  const rows: TakenRow[] = [];
  const wanted = most + (headed ? 1 : 0);
  let characters = 0;
  let whole = true;
  for await (const block of records.read(quotes)) {
    const own = cut(block, wanted - rows.length);
    blocks.push(own);
    for (const [index, cells] of own.rows.entries()) {
      if (isEmpty(cells)) continue;
      rows.push({ row: own.first + index, cells });
      characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    }
    whole = own === block && characters <= MOST_CHARACTERS;
    if (!whole) break;
  }
  const again: RowRecords = { ...records, read: () => replayed(blocks) };
  const [header, under] = headed ? [headerOf(records), rows.slice(1)] : [null, rows];
  return { records: again, header, rows: under, encoding: blocks[0]?.encoding ?? null, whole };
}

async function takeValues(records: ValueRecords, { most, exact }: Taking): Promise<TakenRecords> {
  const blocks: ValueBlock[] = [];
  const header = headerOf(records);
  const rows: TakenRow[] = [];
  let characters = 0;
  let whole = true;
  for await (const block of records.read(exact)) {
    const values = block.values.slice(0, most - rows.length);
    blocks.push({ ...block, values });
    for (const item of values) {
      const record = 'value' in item ? flatRecord(item.value) : null;
      rows.push({ row: item.row, cells: header.map((key) => record?.get(key) ?? '') });
    }
    characters += JSON.stringify(values).length;
    whole = values.length === block.values.length && characters <= MOST_CHARACTERS;
    if (!whole) break;
  }
  const again: ValueRecords = { ...records, read: () => replayed(blocks) };
  return { records: again, header, rows, encoding: blocks[0]?.encoding ?? null, whole };
}

/** Reads the beginning of a document and no more. */
export function taken(records: Records, taking: Taking): Promise<TakenRecords> {
  return records.kind === 'rows' ? takeRows(records, taking) : takeValues(records, taking);
}

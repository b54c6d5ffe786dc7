import { textBlocks } from '../../bytes/text-blocks.ts';
import type { RowBlock } from '../../csv/rows.ts';
import { MOST_COLUMNS } from '../../csv/shape.ts';
import type { Unusable } from '../../unusable-file-error.ts';
import type { Member } from '../zip/archive.ts';
import { cellFormats } from './cell-formats.ts';
import { sharedStrings } from './shared-strings.ts';
import { type Book, type SheetRow, sheetRows } from './sheet-rows.ts';
import { attribute, NotXml, type Tag, type XmlEvents, xmlReader } from './xml.ts';

/** A sheet of a workbook whose rows can be read, as often as one likes. */
export type Sheet = { name: string; rows(): AsyncGenerator<RowBlock> };

/** Bytes that a workbook may have as it is stored: Excel's own million of rows stays below. */
export const LARGEST_WORKBOOK = 67_108_864;
/** Cells of a block of rows, more or less. */
const BLOCK_CELLS = 50_000;

const damaged = { key: 'files.workbook_damaged' };

/** Whether an archive is a workbook of Excel's. */
export function isWorkbook(members: readonly Member[]): boolean {
  return (
    members.some(({ name }) => name === '[Content_Types].xml') &&
    members.some(({ name }) => /\bworkbook\d*\.xml$/i.test(name))
  );
}

/** Reads a part of the workbook until it ends or nobody wants more of it; gives back after each piece. */
async function* parsed(
  part: Member,
  events: XmlEvents,
  { unusable, ended }: { unusable: Unusable; ended?: () => boolean },
): AsyncGenerator<void> {
  const push = xmlReader(events);
  try {
    for await (const { text } of textBlocks(part.bytes(unusable), unusable)) {
      push(text);
      yield;
      if (ended?.()) return;
    }
  } catch (error) {
    throw error instanceof NotXml ? unusable(damaged) : error;
  }
}

async function parse(part: Member | undefined, events: XmlEvents, unusable: Unusable): Promise<void> {
  if (part) for await (const _ of parsed(part, events, { unusable }));
}

const noEvents: XmlEvents = { open() {}, close() {}, text() {} };

/** Where a part is that another refers to: `xl/workbook.xml` and `worksheets/sheet1.xml` lie beside each other. */
function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

type Relation = { id: string; type: string; target: string };

async function relationsOf(name: string, parts: Parts, unusable: Unusable): Promise<Relation[]> {
  const relations: Relation[] = [];
  const at = name.lastIndexOf('/') + 1;
  const part = parts.get(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`);
  const open = (tag: Tag) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(tag, key) ?? '');
    if (tag.name === 'Relationship' && id && type && target)
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(name, target) });
  };
  await parse(part, { ...noEvents, open }, unusable);
  return relations;
}

type Parts = ReadonlyMap<string, Member>;

/** The workbook's own part: its visible sheets, and which calendar its dates are of. */
async function readBook(part: Member | undefined, unusable: Unusable) {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  const open = (tag: Tag) => {
    const isHidden = /hidden/i.test(attribute(tag, 'state') ?? '');
    if (tag.name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '');
    else if (tag.name === 'sheet' && !isHidden)
      sheets.push({ name: attribute(tag, 'name') ?? '', relation: attribute(tag, 'id') ?? '' });
  };
  await parse(part, { ...noEvents, open }, unusable);
  return { sheets, from1904 };
}

/** Rows of one block: they follow on each other without a gap. */
function* blocksOfRows(rows: readonly SheetRow[]): Generator<RowBlock> {
  let block: string[][] = [];
  let first = 1;
  let cells = 0;
  const done = (): RowBlock => ({ first, rows: block, malformed: new Set(), encoding: null });
  for (const row of rows) {
    if (block.length > 0 && (row.row !== first + block.length || cells > BLOCK_CELLS)) {
      yield done();
      block = [];
      cells = 0;
    }
    if (block.length === 0) first = row.row;
    block.push(row.cells);
    cells += row.cells.length;
  }
  if (block.length > 0) yield done();
}

/** Cells at the end of a row that are empty are not stored: rows are as wide as the first one that has any. */
function widened(rows: readonly SheetRow[], width: number): number {
  let wide = width;
  for (const { cells } of rows) {
    if (wide === 0) wide = cells.length;
    if (cells.length > 0) while (cells.length < wide) cells.push('');
  }
  return wide;
}

async function* rowsOf(part: Member, book: Book, unusable: Unusable): AsyncGenerator<RowBlock> {
  const tooWide = () => unusable({ key: 'files.too_many_columns', values: { most: MOST_COLUMNS } });
  const sheet = sheetRows(book, { most: MOST_COLUMNS, tooWide });
  let width = 0;
  for await (const _ of parsed(part, sheet.events, { unusable, ended: sheet.ended })) {
    const rows = sheet.take();
    width = widened(rows, width);
    yield* blocksOfRows(rows);
  }
  if (!sheet.ended()) throw unusable(damaged);
}

/** The sheets of a workbook that are not hidden, in its order. */
export async function openWorkbook(members: readonly Member[], unusable: Unusable): Promise<Sheet[]> {
  const parts: Parts = new Map(members.map((member) => [member.name, member]));
  const [root] = await relationsOf('', parts, unusable).then((all) =>
    all.filter(({ type }) => type === 'officeDocument'),
  );
  const name = root?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(name, parts, unusable);
  const { sheets, from1904 } = await readBook(parts.get(name), unusable);
  const partOf = (type: string) => parts.get(relations.find((one) => one.type === type)?.target ?? '');
  const formats = cellFormats();
  await parse(partOf('styles'), formats.events, unusable);
  const texts = sharedStrings(() => unusable({ key: 'files.workbook_too_large' }));
  await parse(partOf('sharedStrings'), texts.events, unusable);
  const book: Book = { strings: texts.strings, shown: formats.shown, from1904 };
  return sheets.flatMap(({ name: own, relation }) => {
    const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    const part = parts.get(found?.target ?? '');
    return part ? [{ name: own, rows: () => rowsOf(part, book, unusable) }] : [];
  });
}

import type { Text } from '#format';
import { isEmpty } from '../csv/shape.ts';
import { type CanonicalColumn, canonicalColumns } from '../formats/canonical/columns.ts';
import { assigned } from './proposal/assign.ts';
import { type ColumnFacts, columnFacts } from './proposal/column-facts.ts';
import type { Declared } from './proposal/context.ts';
import { readsAs } from './proposal/date-formats.ts';
import { endingsOf } from './proposal/guess-endings.ts';
import { fromParts, joined, type StartGuess, withClock } from './proposal/guess-start.ts';
import type { DraftMapping } from './schema.ts';

/** Dates that can be read in more than one way: which of the formats is meant is for a person to say. */
export type DateQuestion = {
  /** The column, or the columns joined, as a person is shown them. */
  column: string;
  /** Formats that the values fit equally well: `dd/MM/yyyy` and `MM/dd/yyyy`. */
  formats: string[];
  /** What a value would be under each of the formats, in their order: `2026-02-01 09:15:00`. */
  examples: { text: string; reads: string[] }[];
};

/** One column of the file, some of what it holds, and what it is taken for. */
export type ProposedColumn = {
  header: string;
  /** What a mapping calls it: its name, or its place where it has none of its own. */
  column: string;
  samples: string[];
  target: CanonicalColumn | null;
  /** What that guess rests on, or why there is none. */
  why: Text | null;
};

/**
 * A mapping guessed from a header and the first rows. One with an open question has an empty date format, with which it
 * cannot be imported.
 */
export type MappingProposal = { mapping: DraftMapping; questions: DateQuestion[]; columns: ProposedColumn[] };

type Rows = readonly (readonly string[])[];
/** What is known of a column in the end. */
type Known = { target: CanonicalColumn | null; why: Text | null };

const MOST_ROWS = 1_000;
/** Columns that are looked at: a table that has more is no call log of anybody's. */
const MOST_COLUMNS = 300;
const SAMPLES = 5;
const EXAMPLES = 3;
const nothingDeclared: Declared = { vendor: null, vendors: new Map(), programs: new Map() };

/** When a call began: by the column found for it, with its clock if that stands apart, else by parts of a date. */
function startOf(
  found: ReturnType<typeof assigned>,
  { facts, rows }: { facts: readonly ColumnFacts[]; rows: Rows },
): StartGuess | null {
  const free = facts.filter((one) => !found.by.has(one));
  const date = [...found.by].find(([, { target }]) => target === 'started_at');
  if (!date) return fromParts(free, rows);
  const [column, { why, formats = [] }] = date;
  return withClock(column, why, { free, rows }) ?? { columns: [column], formats, whys: [why] };
}

/** Values that tell the formats apart come first: they show what is asked. */
function examplesOf(texts: readonly string[], formats: readonly string[]): DateQuestion['examples'] {
  const readers = formats.map(readsAs);
  const all = [...new Set(texts)].flatMap((text) => {
    const reads = readers.flatMap((read) => read(text) ?? []);
    return reads.length === formats.length ? { text, reads } : [];
  });
  const told = all.filter(({ reads }) => new Set(reads).size > 1);
  return (told.length > 0 ? told : all).slice(0, EXAMPLES);
}

function questionsOf(start: StartGuess | null, rows: Rows): DateQuestion[] {
  if (start === null || start.formats.length < 2) return [];
  const { columns, formats } = start;
  const column = columns.map(({ header }) => header).join(' + ');
  return [{ column, formats, examples: examplesOf(joined(columns, rows), formats) }];
}

function startedAt({ columns, formats }: StartGuess): NonNullable<DraftMapping['columns']['started_at']> {
  const [first, ...more] = columns.map(({ column }) => column);
  const [format = '', ...others] = formats;
  return { from: more.length === 0 ? (first ?? '') : [first ?? '', ...more], format: others.length > 0 ? '' : format };
}

/** In the order in which a call log has its columns. */
function inOrder(columns: DraftMapping['columns']): DraftMapping['columns'] {
  const known = Object.entries(columns).toSorted(
    ([a], [b]) => canonicalColumns.indexOf(a as CanonicalColumn) - canonicalColumns.indexOf(b as CanonicalColumn),
  );
  return Object.fromEntries(known);
}

/**
 * Guesses how a table becomes calls, from its header and up to 1,000 rows: by the names of its columns in six languages
 * where what they hold agrees. What nobody can tell stays open: a part of a call without a column, a date that could be
 * read in two ways. Words that the vendor's own map explains are left to it.
 */
export function proposeMapping(
  header: readonly string[],
  rows: Rows,
  declared: Declared = nothingDeclared,
): MappingProposal {
  const looked = rows.filter((cells) => !isEmpty(cells)).slice(0, MOST_ROWS);
  const facts = header.slice(0, MOST_COLUMNS).map((_, place) => columnFacts(header, place, looked));
  const found = assigned(facts, { declared, rows: looked.length });
  const start = startOf(found, { facts, rows: looked });
  const known = new Map<ColumnFacts, Known>([...found.apart, ...found.by]);
  for (const [index, column] of (start?.columns ?? []).entries())
    known.set(column, { target: 'started_at', why: start?.whys[index] ?? null });
  const { columns, ...endings } = endingsOf(found, declared);
  return {
    mapping: {
      decimal: found.mark,
      columns: inOrder({ ...columns, ...(start && { started_at: startedAt(start) }) }),
      ...endings,
      ...(found.talkIncludes && { talkIncludes: found.talkIncludes }),
    },
    questions: questionsOf(start, looked),
    columns: header.map((name, place) => {
      const own = facts[place];
      return {
        ...{ header: name.trim(), column: own?.column ?? `#${place + 1}` },
        samples: [...(own?.distinct ?? [])].slice(0, SAMPLES),
        ...((own && known.get(own)) ?? { target: null, why: null }),
      };
    }),
  };
}

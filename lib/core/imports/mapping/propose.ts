import type { Text } from '#format';
import type { CanonicalColumn } from '../formats/canonical/columns.ts';
import type { DraftMapping } from './schema.ts';

/** Dates that can be read in more than one way: which of the formats is meant is for a person to say. */
export type DateQuestion = {
  /** The column, or the columns joined, as a person is shown them. */
  column: string;
  /** What `started_at.from` is to be once the format is chosen. */
  from: string | string[];
  /** Formats that every value fits: `dd/MM/yyyy` and `MM/dd/yyyy`. */
  formats: string[];
  /** What a value would be under each of the formats, in their order: `2026-02-01 09:15:00`. */
  examples: { text: string; reads: string[] }[];
};

/** One column of the file, some of what it holds, and what it is taken for. */
export type ProposedColumn = {
  header: string;
  samples: string[];
  target: CanonicalColumn | null;
  /** What that guess rests on, or why there is none. */
  why: Text | null;
};

/** A mapping guessed from a header and the first rows; one with an open question cannot be imported. */
export type MappingProposal = { mapping: DraftMapping; questions: DateQuestion[]; columns: ProposedColumn[] };

/** Guesses how a table becomes calls, from its header and up to 1,000 rows. */
export function proposeMapping(header: readonly string[], rows: readonly (readonly string[])[]): MappingProposal {
  return {
    mapping: { decimal: 'point', columns: {} },
    questions: [],
    columns: header.map((name, index) => ({
      header: name,
      samples: rows.slice(0, 5).map((cells) => cells[index] ?? ''),
      target: null,
      why: null,
    })),
  };
}

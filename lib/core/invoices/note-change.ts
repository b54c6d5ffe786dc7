import type { LineState } from './line-state.ts';
import type { Tolerance } from './tolerance.ts';

/** What was changed when a note was made. Amounts are decimal texts; a match of null is the rule's. */
export type NoteChange =
  | { kind: 'state'; from: LineState; to: LineState; credited: string | null }
  | { kind: 'match'; from: string | null; to: string | null }
  | { kind: 'tolerance'; to: Tolerance }
  | { kind: 'replaced'; source: string };

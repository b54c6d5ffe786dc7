/**
 * Figures and words as text: money, percentages, durations, intervals, dates, by locale; the same for screen and files.
 * Does not own: what a report contains (#reports), the sentences themselves (messages/<locale>.json).
 */
export type { Cell, Interval, State, Text, Zone } from './cell.ts';
export {
  cellText,
  exactText,
  figureText,
  isRoundedTotal,
  markOf,
  markSign,
  type Say,
  unknownText,
} from './cell-text.ts';
export { cellValue } from './cell-value.ts';
export { type Messages, translator } from './translator.ts';

/**
 * Figures and words as text: money, percentages, durations, intervals, dates, by locale; the same for screen and files.
 * Does not own: what a report contains (#reports), the sentences themselves (messages/<locale>.json).
 */
export type { Cell, Interval, State, Text, Zone } from './cell.ts';

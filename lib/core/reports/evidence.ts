import type { Cell } from '#format';
import type { BookVerdict } from '#verdicts';
import { margin } from './cells.ts';

/** The mean margin per call since the contract began, with its interval: what a book's state is judged on. */
export function evidenceCell(book: BookVerdict | null, currency: string): Cell {
  const interval = book && { lower: book.lower, upper: book.upper };
  return margin(book?.mean ?? null, currency, interval, { key: 'gaps.no_verdict' });
}

import { type Fault, isFault } from '../../cells/fault.ts';
import { timeReader } from './times.ts';

const read = timeReader('UTC');

/** Reads a moment of a platform that writes UTC whether it says so or not, as ms since the epoch. */
export function readUtc(text: string): number | Fault {
  const start = read(text);
  return isFault(start) ? start : start.ms;
}

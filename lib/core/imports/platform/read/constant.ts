import { type Fault, isFault } from '../../cells/fault.ts';
import { readId } from '../../cells/text.ts';

/** Reads a word of a platform's fixed list in one spelling, whatever the capitals: `Queue transfer` is `QUEUE_TRANSFER`. */
export function readConstant(text: string): string | Fault {
  const word = readId(text);
  return isFault(word) ? word : word.toUpperCase().replace(/[\s-]+/g, '_');
}

import { wordReader } from '../../cells/word.ts';

/** Reads yes or no as platforms write it. */
export const readFlag = wordReader({
  ...{ true: true, yes: true, y: true, t: true, '1': true },
  ...{ false: false, no: false, n: false, f: false, '0': false },
});

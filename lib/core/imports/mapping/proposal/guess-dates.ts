import { share } from './column-facts.ts';
import { formatsOf, type ReadsAs, readsAs } from './date-formats.ts';

/** Formats that the most values fit, one where the values decide it, and the share of values that fit. */
export type DateGuess = { formats: string[]; fit: number };

const TRIED = 40;

const lone = (letters: string) => new RegExp(`(?<![a-zA-Z])([${letters}])(?![a-zA-Z])`, 'g');
const dayOrMonth = lone('dM');
const hour = lone('Hh');
const clock = /\d{1,2}:\d\d.*$/;

/** Digits written out to two, where a value shows that they are: `dd/MM/yyyy` rather than `d/M/yyyy`. */
function widened(format: string, values: readonly string[]): string {
  const fitsAll = (one: string) => {
    const reads = readsAs(one);
    return values.every((value) => reads(value) !== null);
  };
  const zeroInDate = values.some((value) => /(?<!\d)0\d(?!\d)/.test(value.replace(clock, '')));
  const zeroInClock = values.some((value) => /(?<!\d)0\d:/.test(value));
  const day = zeroInDate ? format.replace(dayOrMonth, '$1$1') : format;
  const wide = fitsAll(day) ? day : format;
  const both = zeroInClock ? wide.replace(hour, '$1$1') : wide;
  return fitsAll(both) ? both : wide;
}

/** Guesses how dates are written. More than one format is left where every value fits each of them as well. */
export function guessDates(values: readonly string[]): DateGuess | null {
  const distinct = [...new Set(values)];
  const candidates = [...new Set(distinct.slice(0, TRIED).flatMap(formatsOf))];
  const tried = candidates.map((format) => {
    const reads: ReadsAs = readsAs(format);
    return { format, reads, fit: share(distinct, (value) => reads(value) !== null) };
  });
  const best = Math.max(0, ...tried.map(({ fit }) => fit));
  const [first, ...others] = tried.filter(({ fit }) => fit === best);
  if (best === 0 || !first) return null;
  const fitting = [first, ...others];
  const formats = fitting.filter(({ format }) => !/[dM]/.test(format)).slice(0, 1);
  const left = formats.length > 0 ? formats : fitting;
  const good = distinct.filter((value) => first.reads(value) !== null);
  return { formats: left.map(({ format }) => widened(format, good)), fit: best };
}

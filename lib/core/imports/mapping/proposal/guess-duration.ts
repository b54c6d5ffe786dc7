import { isFault } from '../../cells/fault.ts';
import { durationReader } from '../durations.ts';
import { type DecimalMark, plainNumber } from '../plain-number.ts';
import type { DurationUnit } from '../schema.ts';
import type { ColumnFacts } from './column-facts.ts';
import { share } from './column-facts.ts';

/** A unit that a column's durations are in, the share of values that fit, and whether its name says so. */
export type DurationGuess = { unit: DurationUnit; fit: number; named: boolean };

const unitWords: readonly [DurationUnit, RegExp][] = [
  ['milliseconds', /\b(?:ms|msec|millis|milliseconds?|millisecondi|milisegundos|millisekunden|millisecondes)\b/],
  ['seconds', /\b(?:s|secs?|seconds?|secondi|segundos|sekunden|sek|secondes|billsec)\b/],
  ['minutes', /\b(?:mins?|minutes?|minuti|minutos|minuten)\b/],
];
const clock = /^-?\d+:\d\d/;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/**
 * The unit of plain numbers, by how long calls take: what is never above 1 and finely divided are parts of a day; half
 * of the values above 6,000, and whole, are milliseconds; broken ones of which half are below 30 are minutes, save with
 * three decimals, as seconds with their milliseconds have.
 */
function unitBySize(values: readonly string[], mark: DecimalMark): DurationUnit {
  const plain = values.flatMap((value) => plainNumber(value, mark) ?? []);
  const above = plain.map(Number).filter((number) => number > 0);
  const digits = Math.max(0, ...plain.map((text) => text.split('.')[1]?.length ?? 0));
  if (values.some((value) => /\de-\d/i.test(value))) return 'day_fraction';
  if (above.length === 0) return 'seconds';
  if (Math.max(...above) <= 1 && digits >= 4) return 'day_fraction';
  if (digits === 0) return median(above) > 6_000 ? 'milliseconds' : 'seconds';
  return median(above) < 30 && digits !== 3 ? 'minutes' : 'seconds';
}

/** What else tells a unit: the table's decimal mark, and the unit of its talk, where that is known already. */
export type UnitContext = { mark: DecimalMark; talkUnit: DurationUnit | null };

/** Guesses the unit of a column of durations: from its values, then its name, then the unit that the table has for talk. */
export function guessDuration({ values, name }: ColumnFacts, { mark, talkUnit }: UnitContext): DurationGuess | null {
  const fitOf = (unit: DurationUnit) => {
    const read = durationReader(unit, mark);
    return share(values, (value) => !isFault(read(value)));
  };
  if (share(values, (value) => clock.test(value)) > 0.5) {
    const units = (['hh:mm:ss', 'mm:ss'] as const).map((unit) => ({ unit, fit: fitOf(unit), named: false }));
    return units.toSorted((a, b) => b.fit - a.fit)[0] ?? null;
  }
  const named = unitWords.find(([, words]) => words.test(name.text))?.[0];
  const bySize = unitBySize(values, mark);
  const likeTalk = talkUnit !== null && !talkUnit.includes(':') ? talkUnit : bySize;
  const bySelf = bySize === 'day_fraction' ? bySize : named;
  const unit = bySelf ?? (bySize === 'milliseconds' ? bySize : likeTalk);
  const fit = fitOf(unit);
  return fit === 0 ? null : { unit, fit, named: unit === named };
}

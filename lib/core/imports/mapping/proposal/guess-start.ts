import type { Text } from '#format';
import { monthNumber } from '../month-names.ts';
import { type ColumnFacts, share } from './column-facts.ts';
import { clockFormat } from './date-formats.ts';
import { guessDates } from './guess-dates.ts';
import { type HeaderName, nameScore } from './header-name.ts';
import { clockNames, dateParts } from './synonyms.ts';

/** The columns that say together when a call began, what each rests on, and the formats that they may be read by. */
export type StartGuess = { columns: readonly ColumnFacts[]; formats: string[]; whys: readonly Text[] };

type Rows = readonly (readonly string[])[];

const FIT = 0.9;

/** The cells of several columns, as a mapping joins them; of rows where one is empty nothing. */
export function joined(columns: readonly ColumnFacts[], rows: Rows): string[] {
  return rows.flatMap((cells) => {
    const texts = columns.map(({ place }) => cells[place]?.trim() ?? '').filter((text) => text !== '');
    return texts.length === columns.length ? texts.join(' ') : [];
  });
}

/** The best of the columns that are named so and whose values are such. */
function bestOf(free: readonly ColumnFacts[], names: readonly HeaderName[], isSuch: (value: string) => boolean) {
  const scored = free
    .filter(({ values }) => share(values, isSuch) >= FIT)
    .map((facts) => ({ facts, score: nameScore(facts.name, names) }))
    .filter(({ score }) => score >= 0.5);
  return scored.toSorted((a, b) => b.score - a.score)[0]?.facts ?? null;
}

/** A date with the time of day that stands in a column of its own; null = there is none that it can be read with. */
export function withClock(
  date: ColumnFacts,
  why: Text,
  { free, rows }: { free: readonly ColumnFacts[]; rows: Rows },
): StartGuess | null {
  const clock = bestOf(free, clockNames, (value) => clockFormat(value) !== null);
  if (clock === null) return null;
  const columns = [date, clock];
  const guess = guessDates(joined(columns, rows));
  if (guess === null || guess.fit < FIT) return null;
  return { columns, formats: guess.formats, whys: [why, { key: 'guesses.clock', values: { column: date.header } }] };
}

const within = (most: number) => (value: string) =>
  /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= most;

/** A date whose day and month stand in columns of their own, perhaps with the year and the time of day. */
export function fromParts(free: readonly ColumnFacts[], rows: Rows): StartGuess | null {
  const day = bestOf(free, dateParts.day, within(31));
  const named = bestOf(free, dateParts.month, (value) => monthNumber(value) !== null);
  const month = named ?? bestOf(free, dateParts.month, within(12));
  if (day === null || month === null) return null;
  const year = bestOf(free, dateParts.year, (value) => /^(?:19|20)\d\d$/.test(value));
  const clock = bestOf(free, clockNames, (value) => clockFormat(value) !== null);
  const columns = [day, month, ...(year ? [year] : []), ...(clock ? [clock] : [])];
  const [time = ''] = clock ? joined([clock], rows).slice(0, 1) : [];
  const parts = ['d', named ? 'MMM' : 'M', ...(year ? ['yyyy'] : []), ...(clock ? [clockFormat(time) ?? ''] : [])];
  return { columns, formats: [parts.join(' ').trim()], whys: columns.map(() => ({ key: 'guesses.date_part' })) };
}

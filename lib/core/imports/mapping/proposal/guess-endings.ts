import type { Outcome } from '#calls';
import { isFault } from '../../cells/fault.ts';
import { meaningReader, readOutcome } from '../../vendor-words.ts';
import type { DraftMapping } from '../schema.ts';
import type { Assigned } from './assign.ts';
import type { Declared } from './context.ts';
import { answered } from './guess-columns.ts';
import { outcomeOf } from './trade-words.ts';

const MOST_WORDS = 200;

/** Dispositions that the trade has one meaning for, and that the vendor's own words leave unexplained. */
function outcomesOf(words: Iterable<string>, { vendor, vendors }: Declared): Record<string, Outcome> {
  const own = vendors.get(vendor ?? '');
  const declared = own && meaningReader(own);
  const explained = (word: string) => (declared ? declared(word) !== null : !isFault(readOutcome(word)));
  return Object.fromEntries(
    [...words].slice(0, MOST_WORDS).flatMap((word) => {
      const outcome = explained(word) ? undefined : outcomeOf(word);
      return outcome === undefined ? [] : [[word, outcome]];
    }),
  );
}

/** What the words of the disposition say: outcomes, and whether a call was answered where no other column says it. */
export function endingsOf(
  { by, columns }: Assigned,
  declared: Declared,
): Pick<DraftMapping, 'outcomes'> & { columns: DraftMapping['columns'] } {
  const facts = [...by].find(([, { target }]) => target === 'disposition')?.[0];
  if (!facts) return { columns };
  const outcomes = outcomesOf(facts.distinct, declared);
  const guess = columns.answered ? null : answered(facts);
  return {
    ...(Object.keys(outcomes).length > 0 && { outcomes }),
    columns: { ...columns, ...guess?.gives },
  };
}

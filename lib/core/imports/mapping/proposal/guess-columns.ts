import type { Text } from '#format';
import { isCurrency } from '#money';
import { isFault } from '../../cells/fault.ts';
import type { CanonicalColumn } from '../../formats/canonical/columns.ts';
import { fold, outcomeWords, readOutcome } from '../../vendor-words.ts';
import { amountReader } from '../amounts.ts';
import type { Mapping } from '../schema.ts';
import { directionWords, yesNo } from '../words.ts';
import { type ColumnFacts, share } from './column-facts.ts';
import type { GuessContext } from './context.ts';
import { guessDates } from './guess-dates.ts';
import { guessDuration } from './guess-duration.ts';
import { countWords, endWords } from './synonyms.ts';
import { answerOf, directionOf, outcomeOf, yesOf } from './trade-words.ts';

type Columns = Mapping['columns'];

/** What a column would give the mapping, how many of its values fit, and what that rests on. */
export type Guess = { gives: Partial<Columns>; fit: number; why: Text; formats?: string[] };

type Guesser = (facts: ColumnFacts, context: GuessContext) => Guess | null;

/** A share of values that reads, from which a name is believed: the others are for the preview to show as rejects. */
const FIT = 0.6;
const unique = 0.98;

const unknownOf = ({ unknown }: ColumnFacts) => (unknown.length > 0 ? { unknown: [...unknown] } : {});
const fromOf = (facts: ColumnFacts) => ({ from: facts.column, ...unknownOf(facts) });
const readIn = (fit: number, { values }: ColumnFacts) => ({
  read: Math.round(fit * values.length),
  rows: values.length,
});

const callId: Guesser = (facts, { rows }) => {
  const distinct = facts.distinct.size;
  if (distinct < unique * rows || distinct === 0) return null;
  return {
    gives: { call_id: { from: facts.column } },
    fit: 1,
    why: { key: 'guesses.unique', values: { distinct, rows } },
  };
};

const startedAt: Guesser = (facts) => {
  if (facts.name.words.some((word) => endWords.has(word))) return null;
  const guess = guessDates(facts.values);
  if (guess === null || guess.fit < FIT) return null;
  const [format = ''] = guess.formats;
  const { fit, formats } = guess;
  const open = formats.length > 1;
  const why: Text = open
    ? {
        key: 'guesses.dates',
        values: { formats: { kind: 'list', items: formats.map((text) => ({ kind: 'text', text })) } },
      }
    : { key: 'guesses.date', values: { format, ...readIn(fit, facts) } };
  return { gives: { started_at: { from: facts.column, format: open ? '' : format } }, fit, why, formats };
};

function duration(target: 'talk_s' | 'hold_s' | 'wrap_s' | 'wait_s'): Guesser {
  return (facts, context) => {
    if (facts.name.words.some((word) => countWords.has(word))) return null;
    const guess = guessDuration(facts, context);
    if (guess === null || guess.fit < FIT) return null;
    const { unit, fit, named } = guess;
    const why = { key: named ? 'guesses.named_duration' : 'guesses.duration', values: { unit, ...readIn(fit, facts) } };
    return { gives: { [target]: { ...fromOf(facts), unit } }, fit, why };
  };
}

const MOST_WORDS = 8;

/** Words of a column as the trade has them; null where one of them says nothing, or there are too many. */
function wordsOf<T>({ distinct }: ColumnFacts, meaningOf: (word: string) => T | undefined): [string, T][] | null {
  if (distinct.size === 0 || distinct.size > MOST_WORDS) return null;
  const known = [...distinct].flatMap((word): [string, T][] => {
    const meaning = meaningOf(word);
    return meaning === undefined ? [] : [[word, meaning]];
  });
  return known.length === distinct.size ? known : null;
}

const held = ({ distinct }: ColumnFacts): Text => ({
  key: 'guesses.words',
  values: {
    words: { kind: 'list', items: [...distinct].slice(0, MOST_WORDS).map((text) => ({ kind: 'text', text })) },
  },
});

/** Words of a column that need explaining; none where they are ours. */
function explained(words: readonly [string, string][], isOurs: (word: string) => boolean) {
  const own = words.filter(([word]) => !isOurs(fold(word)));
  return own.length > 0 ? { words: Object.fromEntries(own) } : {};
}

const direction: Guesser = (facts) => {
  const words = wordsOf(facts, directionOf);
  const own = words && explained(words, (word) => Object.hasOwn(directionWords, word));
  return own && { gives: { direction: { ...fromOf(facts), ...own } }, fit: 1, why: held(facts) };
};

const lostCall = /^(?:abandon|abbandon|aufgelegt|missed|pers[ao]|perdid)/;
const opposite = Object.fromEntries(Object.entries(yesNo).map(([word, means]) => [word, means ? 'no' : 'yes']));

/** What a column's words say of whether the call was answered; yes and no of lost calls say the opposite. */
export const answered = (facts: ColumnFacts): Guess | null => {
  const isLost = facts.name.words.some((word) => lostCall.test(word));
  const words = wordsOf(facts, (word) => {
    const yes = yesOf(word) ?? answerOf(word);
    return yesOf(word) !== undefined && isLost ? !yes : yes;
  });
  if (words === null) return null;
  const told = words.map(([word, means]): [string, string] => [word, means ? 'yes' : 'no']);
  const own = explained(told, (word) => Object.hasOwn(yesNo, word));
  const meant =
    isLost && words.some(([word]) => yesOf(word) !== undefined) ? { words: { ...opposite, ...own.words } } : own;
  return { gives: { answered: { ...fromOf(facts), ...meant } }, fit: 1, why: held(facts) };
};

const saleName = /^(?:sale|sold|convert|conversion|vend|vent|verkauf|abschluss)/;

/** Outcomes in the trade's words, or whether the call sold. */
const outcome: Guesser = (facts) => {
  const isSale = facts.name.words.some((word) => saleName.test(word));
  const words = wordsOf(facts, (word) => {
    const trade = readOutcome(word);
    const sold = isSale ? yesOf(word) : undefined;
    if (sold !== undefined) return sold ? 'sale' : 'no_sale';
    return isFault(trade) ? outcomeOf(word) : trade;
  });
  const own = words && explained(words, (word) => Object.hasOwn(outcomeWords, word));
  return own && { gives: { outcome: { ...fromOf(facts), ...own } }, fit: 1, why: held(facts) };
};

/** Whether a column's values come again and again, as words do that somebody chose from a list. */
const isListed = ({ distinct, values }: ColumnFacts) =>
  distinct.size > 0 && distinct.size <= Math.max(12, values.length / 10);
const isDate = ({ values }: ColumnFacts) => (guessDates(values.slice(0, 50))?.fit ?? 0) >= FIT;

const byName: Text = { key: 'guesses.name' };

const disposition: Guesser = (facts) =>
  isListed(facts) ? { gives: { disposition: fromOf(facts) }, fit: 1, why: byName } : null;
const callType: Guesser = (facts) =>
  isListed(facts) && !isDate(facts) && wordsOf(facts, directionOf) === null
    ? { gives: { call_type: fromOf(facts) }, fit: 1, why: byName }
    : null;
const agent: Guesser = (facts, { rows }) => {
  const repeats = rows <= 20 || facts.distinct.size <= 0.9 * facts.values.length;
  return repeats && facts.values.length > 0 && !isDate(facts)
    ? { gives: { agent: fromOf(facts) }, fit: 1, why: byName }
    : null;
};
const customer: Guesser = (facts) =>
  facts.values.length > 0 && !facts.values.every((value) => yesOf(value) !== undefined)
    ? { gives: { customer_ref: fromOf(facts) }, fit: 1, why: byName }
    : null;

const revenue: Guesser = (facts, { mark }) => {
  const read = amountReader(mark);
  const fit = share(facts.values, (value) => !isFault(read(value)));
  return fit < FIT
    ? null
    : { gives: { revenue: fromOf(facts) }, fit, why: { key: 'guesses.amount', values: { mark } } };
};

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', zł: 'PLN' };
const currencyOf = (word: string) => {
  const code = signs[word] ?? word.toUpperCase();
  return isCurrency(code) ? code : undefined;
};

const currency: Guesser = (facts) => {
  const words = wordsOf(facts, currencyOf);
  const others = words?.filter(([word, code]) => word !== code) ?? [];
  const own = others.length > 0 ? { words: Object.fromEntries(others) } : {};
  return words && { gives: { currency: { ...fromOf(facts), ...own } }, fit: 1, why: held(facts) };
};

const vendor: Guesser = (facts, { vendor: own, vendors }) =>
  own === null && facts.values.length > 0 && facts.values.every((value) => vendors.has(value))
    ? { gives: { vendor: { from: facts.column } }, fit: 1, why: held(facts) }
    : null;

const program: Guesser = (facts, { vendor: own, vendors, programs }) => {
  const words = new Set([...(vendors.get(own ?? '')?.programs.keys() ?? [])].map(fold));
  const known = facts.values.length > 0 && facts.values.every((value) => programs.has(value) || words.has(fold(value)));
  return known ? { gives: { program: fromOf(facts) }, fit: 1, why: held(facts) } : null;
};

/** How each part of a call is guessed of a column that is named like it; the values have the last word. */
export const guessers: Readonly<Record<CanonicalColumn, Guesser>> = {
  call_id: callId,
  started_at: startedAt,
  talk_s: duration('talk_s'),
  hold_s: duration('hold_s'),
  wrap_s: duration('wrap_s'),
  wait_s: duration('wait_s'),
  direction,
  answered,
  disposition,
  outcome,
  agent,
  customer_ref: customer,
  revenue,
  currency,
  vendor,
  program,
  call_type: callType,
};

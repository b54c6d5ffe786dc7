import type { Text } from '#format';
import { type CanonicalColumn, canonicalColumns } from '../../formats/canonical/columns.ts';
import type { DecimalMark } from '../plain-number.ts';
import type { DraftMapping, DurationUnit } from '../schema.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { Declared } from './context.ts';
import { type Guess, guessers } from './guess-columns.ts';
import { guessDecimal } from './guess-decimal.ts';
import { guessDuration } from './guess-duration.ts';
import { nameScore } from './header-name.ts';
import { handleNames, synonymsOf } from './synonyms.ts';

type Named = { facts: ColumnFacts; target: CanonicalColumn; score: number };
type Candidate = Named & { guess: Guess };

/** The columns that were found, each with its target and what that rests on; and why others were not taken. */
export type Assigned = {
  mark: DecimalMark;
  columns: DraftMapping['columns'];
  /** What the column taken for talk has in it besides, by its name. */
  talkIncludes: DraftMapping['talkIncludes'];
  by: ReadonlyMap<ColumnFacts, Guess & { target: CanonicalColumn }>;
  apart: ReadonlyMap<ColumnFacts, { target: null; why: Text }>;
};

const NAMED = 0.5;
const CLEARLY_NAMED = 0.85;
/** A time of all of an agent's work is talk only where there is nothing better. */
const HANDLE_HANDICAP = 0.3;

const handleScore = ({ name }: ColumnFacts) => nameScore(name, handleNames);

function scoreOf(facts: ColumnFacts, target: CanonicalColumn): number {
  const own = nameScore(facts.name, synonymsOf(target));
  return target === 'talk_s' ? Math.max(own, handleScore(facts) - HANDLE_HANDICAP) : own;
}

function namedLike(columns: readonly ColumnFacts[]): Named[] {
  return columns.flatMap((facts) =>
    canonicalColumns
      .map((target) => ({ facts, target, score: scoreOf(facts, target) }))
      .filter(({ score }) => score >= NAMED),
  );
}

/** The decimal mark that the columns named like durations and amounts are written with. */
function markOf(named: readonly Named[]): DecimalMark {
  const numbers = named.filter(({ target }) => /_s$/.test(target) || target === 'revenue');
  return guessDecimal([...new Set(numbers.map(({ facts }) => facts))].flatMap(({ values }) => values));
}

/** The unit of the column that is best named like talk. */
function talkUnitOf(named: readonly Named[], mark: DecimalMark): DurationUnit | null {
  const talk = named.filter(({ target }) => target === 'talk_s').toSorted((a, b) => b.score - a.score);
  const [guess] = talk.flatMap(({ facts }) => guessDuration(facts, { mark, talkUnit: null }) ?? []);
  return guess?.unit ?? null;
}

/** The surest pair of column and target first, neither twice. */
function surest(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Set<unknown>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter(({ facts, target }) => {
      if (taken.has(facts) || taken.has(target)) return false;
      taken.add(facts).add(target);
      return true;
    });
}

/** Why a column that is named like something was not taken for it. */
function notTaken(
  { facts, target }: Named,
  { best, taken }: { best: readonly Candidate[]; taken: readonly Candidate[] },
): Text {
  if (facts.values.length === 0) return { key: 'guesses.empty' };
  const inTalk = best.find((one) => one.facts === facts);
  if (inTalk) return { key: 'guesses.in_talk', values: { target: inTalk.target } };
  if (target === 'vendor' || target === 'program') return { key: 'guesses.undeclared' };
  const other = taken.find((one) => one.target === target && one.facts !== facts);
  return { key: other ? 'guesses.another' : 'guesses.contradicted', values: { target } };
}

/** Whether what is taken for talk is all of an agent's work: then hold and wrap are in no columns of their own. */
function isHandle(taken: readonly Candidate[]): boolean {
  const talk = taken.find(({ target }) => target === 'talk_s');
  return talk !== undefined && handleScore(talk.facts) > nameScore(talk.facts.name, synonymsOf('talk_s'));
}

/** Finds the column of each part of a call: those that are named like it and hold such values, the surest first. */
export function assigned(
  columns: readonly ColumnFacts[],
  { declared, rows }: { declared: Declared; rows: number },
): Assigned {
  const named = namedLike(columns);
  const mark = markOf(named);
  const context = { ...declared, mark, rows, talkUnit: talkUnitOf(named, mark) };
  const candidates = named.flatMap(({ facts, target, score }): Candidate[] => {
    const guess = guessers[target](facts, context);
    return guess === null ? [] : [{ facts, target, score: score * guess.fit, guess }];
  });
  const best = surest(candidates);
  const handle = isHandle(best);
  const taken = handle ? best.filter(({ target }) => target !== 'hold_s' && target !== 'wrap_s') : best;
  const clearly = named.filter(
    ({ facts, score }) => score >= CLEARLY_NAMED && !taken.some((one) => one.facts === facts),
  );
  return {
    mark,
    columns: Object.assign({}, ...taken.map(({ guess }) => guess.gives)),
    talkIncludes: handle ? ['hold', 'wrap'] : undefined,
    by: new Map(taken.map(({ facts, target, guess }) => [facts, { ...guess, target }])),
    apart: new Map(clearly.reverse().map((one) => [one.facts, { target: null, why: notTaken(one, { best, taken }) }])),
  };
}

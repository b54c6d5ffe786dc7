import { type Check, finding } from './check.ts';

const of = finding('outcomes');

/** Conversion of calls of which so many are not explained is a guess. */
const GUESS = 0.2;
const FEW = 0.02;
const NAMED = 5;

/** How many calls came to nothing that anybody explained. */
export const outcomes: Check = ({ records: { calls }, others }) => {
  if (calls === 0) return [];
  const unexplained = others.calls - others.declared;
  const share = unexplained / calls;
  const words = others.words.filter(({ word, declared }) => word !== null && !declared).map(({ word }) => word ?? '');
  const named = { n: words.length, words: words.slice(0, NAMED), more: Math.max(0, words.length - NAMED) };
  const figures = { calls: unexplained, share, ...named };
  if (unexplained === 0) return of('fine', 'known', figures);
  const severity = share >= GUESS ? 'wrong' : share > FEW ? 'look' : 'fine';
  return of(severity, words.length === 0 ? 'not_reported' : 'unexplained', figures);
};

import { ruleCodes } from '../facts.ts';
import { byShare, type Check, finding } from './check.ts';

const of = finding('impossible');

/** Values that a call cannot have, a finding for each rule that is broken. */
export const impossible: Check = ({ records: { calls }, rules }) => {
  if (calls === 0) return [];
  const broken = ruleCodes.filter((code) => rules[code].calls > 0);
  if (broken.length === 0) return of('fine', 'none', { calls });
  return broken.flatMap((code) => {
    const { calls: cases, examples } = rules[code];
    return of(byShare(cases / calls), code, { calls: cases, share: cases / calls }, examples);
  });
};

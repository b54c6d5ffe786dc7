import { hidesAbandoned } from '../hides-abandoned.ts';
import { type Check, finding } from './check.ts';

const of = finding('reported');

/** Parts of a call that the source does not tell, or not of every call: unknown there, and lacking in handle time. */
export const reported: Check = ({ records: { calls }, reported: counts, metrics }) => {
  if (calls === 0) return [];
  const { handled, offered, abandoned, waited } = counts;
  const parts = (['wait', 'hold', 'wrap'] as const).flatMap((part) => {
    if (handled === 0 || counts[part] === handled) return [];
    const share = 1 - counts[part] / handled;
    return of('look', counts[part] === 0 ? part : `${part}_partly`, { calls: handled - counts[part], share });
  });
  const hides = hidesAbandoned({ offered, abandoned, waited: waited > 0 }, metrics?.unreported);
  const lost = hides ? of('look', 'abandoned', { offered }) : [];
  return parts.length + lost.length > 0 ? [...parts, ...lost] : of('fine', 'all');
};

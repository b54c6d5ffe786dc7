import { type Check, finding } from './check.ts';

const of = finding('reported');

/** Of so many inbound calls that wait some are abandoned, wherever it is written down. */
const SOME_ARE_ABANDONED = 300;

/** Parts of a call that the source does not tell, or not of every call: unknown there, and lacking in handle time. */
export const reported: Check = ({ records: { calls }, reported: counts, metrics }) => {
  if (calls === 0) return [];
  const { handled, offered, abandoned, waited } = counts;
  const parts = (['wait', 'hold', 'wrap'] as const).flatMap((part) => {
    if (handled === 0 || counts[part] === handled) return [];
    const share = 1 - counts[part] / handled;
    return of('look', counts[part] === 0 ? part : `${part}_partly`, { calls: handled - counts[part], share });
  });
  const silent = abandoned === 0 && offered > 0 && metrics?.unreported.includes('abandoned');
  const none = abandoned === 0 && offered >= SOME_ARE_ABANDONED && waited > 0;
  const lost = silent || none ? of('look', 'abandoned', { offered }) : [];
  return parts.length + lost.length > 0 ? [...parts, ...lost] : of('fine', 'all');
};

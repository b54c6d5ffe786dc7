import type { BatchFacts } from '../facts.ts';
import { type Check, finding, TOLD } from './check.ts';

const of = finding('records');

/** So large a share of rejected records is more than slips of the pen. */
const MANY = 0.05;

/** Whether the source may hold back records, since its export gives no more at once. */
function heldBack(full: BatchFacts['full']) {
  const [first] = full;
  if (first === undefined) return [];
  const which = full.slice(0, TOLD).map(({ document }) => document);
  const more = Math.max(0, full.length - TOLD);
  return of('look', 'full', { files: full.length, records: first.records, which, more });
}

function taken({ rows, rejected, notCalls, calls, legs }: BatchFacts['records']) {
  const figures = { rows, calls, legs, notCalls, rejected, share: rows === 0 ? null : rejected / rows };
  if (calls === 0) return of('wrong', 'none', figures);
  if (rejected > 0) return of(rejected / rows > MANY ? 'wrong' : 'look', 'rejected', figures);
  return of('fine', 'all', figures);
}

/** How many records became calls, and whether there may be more of them. */
export const records: Check = ({ records: counts, full }) => [...taken(counts), ...heldBack(full)];

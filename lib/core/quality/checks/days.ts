import type { Day } from '#time';
import type { AssessedDay } from '../assessment.ts';
import { type Check, finding, TOLD } from './check.ts';

const coverageIs = finding('coverage');
const volumeIs = finding('volume');

/** The days in order; what several vendors have of one is one day. */
function daysOf(days: readonly AssessedDay[]): Day[] {
  return [...new Set(days.map(({ day }) => day))].sort();
}

/** How many days, and the first of them. */
function told(own: readonly AssessedDay[]) {
  const days = daysOf(own);
  return { n: days.length, which: days.slice(0, TOLD), more: Math.max(0, days.length - TOLD) };
}

/** Which days the delivery covers, and which it should and does not. */
export const coverage: Check = ({ days }) => {
  const named = daysOf(days);
  const [from, to] = [named[0], named.at(-1)];
  if (from === undefined || to === undefined) return [];
  const missing = days.filter(({ stands }) => stands === 'missing');
  const open = daysOf(days.filter(({ stored, usual }) => stored === 0 && usual === null));
  const covered = daysOf(days.filter(({ here }) => here > 0));
  const figures = { from, to, days: covered.length, ...told(missing) };
  if (missing.length > 0) return coverageIs('look', 'missing', figures);
  if (open.length > 0) return coverageIs('unknown', 'too_little_history', { ...figures, empty: open.length });
  return coverageIs('fine', 'complete', figures);
};

/** Whether its days have as many calls as days of that weekday usually have. */
export const volume: Check = ({ days }) => {
  const present = days.filter(({ here }) => here > 0);
  if (present.length === 0) return [];
  const judged = present.filter(({ usual }) => usual !== null);
  if (judged.length === 0) return volumeIs('unknown', 'too_little_history');
  const found = (['low', 'high'] as const).flatMap((way) => {
    const which = judged.filter(({ stands }) => stands === way);
    return which.length === 0 ? [] : volumeIs('look', way, told(which));
  });
  const figures = { judged: daysOf(judged).length, days: daysOf(present).length };
  return found.length > 0 ? found : volumeIs('fine', 'usual', figures);
};

import { type Check, finding, TOLD } from './check.ts';

const coverageIs = finding('coverage');
const volumeIs = finding('volume');

/** How many days, and the first of them. */
function told(days: readonly string[]) {
  return { n: days.length, which: days.slice(0, TOLD), more: Math.max(0, days.length - TOLD) };
}

/** Which days the delivery covers, and which it should and does not. */
export const coverage: Check = ({ days }) => {
  const named = days.map(({ day }) => day).sort();
  const [from, to] = [named[0], named.at(-1)];
  if (from === undefined || to === undefined) return [];
  const missing = days.filter(({ stands }) => stands === 'missing').map(({ day }) => day);
  const open = days.filter(({ stored, usual }) => stored === 0 && usual === null);
  const covered = new Set(days.filter(({ here }) => here > 0).map(({ day }) => day)).size;
  const figures = { from, to, days: covered, ...told(missing) };
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
    const which = judged.filter(({ stands }) => stands === way).map(({ day }) => day);
    return which.length === 0 ? [] : volumeIs('look', way, told(which));
  });
  return found.length > 0 ? found : volumeIs('fine', 'usual', { judged: judged.length, days: present.length });
};

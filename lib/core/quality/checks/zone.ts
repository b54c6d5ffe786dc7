import { type Check, finding } from './check.ts';
import { precisionOf } from './starts.ts';

const of = finding('zone');

/** Fewer calls than this on either side show no day's profile. */
const FEWEST = 200;
/** So much of the profile is elsewhere than usual at least, and moved so little of it at most: a third of that, a tenth in all. */
const MISFIT = 0.06;
const BETTER = 3;
const GOOD = 0.1;

/** What two profiles of a day do not share, after the first is moved so many hours later: 0 = alike, 1 = nothing in common. */
function misfit(here: readonly number[], usual: readonly number[], later: number): number {
  const share = (hours: readonly number[]) => {
    const all = hours.reduce((sum, calls) => sum + calls, 0);
    return hours.map((calls) => calls / all);
  };
  const [own, other] = [share(here), share(usual)];
  return 1 - other.reduce((sum, part, hour) => sum + Math.min(part, own[(hour - later + 24) % 24] ?? 0), 0);
}

const moves = Array.from({ length: 24 }, (_, index) => index - 11);

/**
 * Whether the profile of the day is the usual one moved by whole hours, which a wrong time zone does: it fits badly as it
 * is, and well where it is moved. Shorter or longer hours of business do not fit either way.
 */
export const zone: Check = (counted) => {
  const { here, usual } = counted.hours;
  const [own, others] = [here, usual].map((hours) => hours.reduce((sum, calls) => sum + calls, 0));
  if (!own) return [];
  if (precisionOf(counted) === 'days') return of('unknown', 'no_times');
  if (own < FEWEST || !others || others < FEWEST) return of('unknown', 'too_few', { fewest: FEWEST });
  const asIs = misfit(here, usual, 0);
  const fits = moves.map((later) => ({ later, rest: misfit(here, usual, later) }));
  const best = fits.reduce((a, b) => (b.rest < a.rest ? b : a));
  const moved = best.later !== 0 && asIs >= MISFIT && best.rest <= GOOD && best.rest * BETTER <= asIs;
  if (!moved) return of('fine', 'usual', { share: 1 - asIs });
  const figures = { hours: Math.abs(best.later), share: 1 - asIs, movedShare: 1 - best.rest };
  return of('look', best.later > 0 ? 'earlier' : 'later', figures);
};

import { dateFault } from '../cells/day.ts';
import { isFault } from '../cells/fault.ts';
import type { YearOf } from './date-format.ts';

const DAY_MS = 86_400_000;
const BACK_DAYS = 31;
const AHEAD_DAYS = 184;

/**
 * The years of dates that have none, in a file in order of time that begins in `firstYear`: each date lies in the half
 * year after the latest one before it, or up to a month back, since logs are written as calls end. A date that lies
 * elsewhere is out of order, and could be of any year.
 */
export function yearByOrder(firstYear: number): YearOf {
  let latest: number | null = null;
  const near = (month: number, day: number): number | undefined => {
    const at = latest;
    if (at === null) return firstYear;
    const year = new Date(at).getUTCFullYear();
    return [year, year + 1, year - 1].find((candidate) => {
      const days = (Date.UTC(candidate, month - 1, day) - at) / DAY_MS;
      return days >= -BACK_DAYS && days <= AHEAD_DAYS;
    });
  };
  return (month, day) => {
    const year = near(month, day);
    if (year === undefined) return dateFault(2000, month, day) ?? { fault: { key: 'rejects.out_of_order' } };
    const fault = dateFault(year, month, day);
    if (isFault(fault)) return fault;
    latest = Math.max(latest ?? 0, Date.UTC(year, month - 1, day));
    return year;
  };
}

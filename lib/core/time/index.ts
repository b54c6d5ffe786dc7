/**
 * Days, months, half-open periods and time zones: the only place with date arithmetic. A day is a local calendar
 * date without a zone; an instant is milliseconds since the epoch; a zone is always named.
 * Does not own: how a date is written for a person (#format), nor what the time is now (it is passed in).
 */
export {
  addDays,
  type Day,
  dayNumber,
  daysBetween,
  eachDay,
  isDay,
  parseDay,
  weekdayOf,
  weekStart,
} from './day.ts';
export { eachMonth, type Month, monthOf, monthPeriod, nextMonth, parseMonth } from './month.ts';
export { daysIn, intersect, type Period, period } from './period.ts';
export { instantOfLocal, isZone, type LocalInstant, localDay, localMinutes, startOfDay } from './zone.ts';

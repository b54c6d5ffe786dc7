import type { BatchFacts } from '../facts.ts';
import { type Check, finding } from './check.ts';

const futureIs = finding('future');
const precisionIs = finding('precision');
const changeIs = finding('clock_change');
const HOUR_MS = 3_600_000;

/** Calls that have not been made yet: a clock that is ahead, or a zone that is another. */
export const future: Check = ({ records: { calls }, future: { calls: ahead, latestMs, examples } }) => {
  if (calls === 0) return [];
  if (ahead === 0) return futureIs('fine', 'none');
  return futureIs('wrong', 'found', { calls: ahead, share: ahead / calls, hours: latestMs / HOUR_MS }, examples);
};

/** How finely starts are told: to the second, the minute, the hour, or only the day. */
export type Precision = 'seconds' | 'minutes' | 'hours' | 'days';

/** Fewer calls than this show no pattern. */
const FEWEST = 20;
/** Shares of calls on the dot; of times told to the second 1 in 3,600 is at a full hour, 1 in 60 at a full minute. */
const MOST = 0.9;
const HALF = 0.5;
const MANY_HOURS = 0.2;
const MANY_MIDNIGHTS = 0.05;

/** How finely starts are told; `seconds` where the calls are too few to tell. */
export function precisionOf({ records: { calls }, starts }: Pick<BatchFacts, 'records' | 'starts'>): Precision {
  if (calls < FEWEST) return 'seconds';
  if (starts.midnight / calls >= HALF) return 'days';
  if (starts.hour / calls >= HALF) return 'hours';
  return starts.minute / calls >= MOST ? 'minutes' : 'seconds';
}

/** Whether many calls begin on the dot: at midnight where the time of day is not told, or at full hours. */
export const precision: Check = (counted) => {
  const { records, starts } = counted;
  const { calls } = records;
  if (calls === 0) return [];
  if (calls < FEWEST) return precisionIs('unknown', 'too_few', { calls, fewest: FEWEST });
  const [midnight, hour] = [starts.midnight / calls, starts.hour / calls];
  const figures = { midnight: starts.midnight, midnightShare: midnight, hour: starts.hour, hourShare: hour };
  const told = precisionOf(counted);
  if (told === 'days') return precisionIs('wrong', 'days', figures);
  if (told === 'hours') return precisionIs('wrong', 'hours', figures);
  if (midnight >= MANY_MIDNIGHTS) return precisionIs('look', 'some_midnights', figures);
  if (hour >= MANY_HOURS) return precisionIs('look', 'some_hours', figures);
  return precisionIs('fine', told, figures);
};

/** Days on which clocks change: an hour that came twice was read as its first, one that never was is rejected. */
export const clockChange: Check = ({ records: { calls }, clockChanges, repeatedHour, skippedHour }) => {
  if (calls === 0) return [];
  const which = clockChanges.map(({ day }) => day);
  const figures = { days: which.length, which, repeated: repeatedHour, skipped: skippedHour };
  if (repeatedHour + skippedHour > 0) return changeIs('look', 'hours', figures);
  return changeIs('fine', which.length > 0 ? 'days' : 'none', figures);
};

import {
  type Day,
  dayNumber,
  daysBetween,
  eachDay,
  instantOfLocal,
  localDay,
  localMinutes,
  monthOf,
  weekdayOf,
} from '#time';
import { count, lognormal, pick, type Random } from './random.ts';
import type { Story } from './story.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The local days on which the vendor's log has calls. */
export function* activeDays(story: Story): Generator<Day> {
  for (const day of eachDay(story.from, story.to))
    if (!story.missing.includes(day) && (story.weekdays[weekdayOf(day)] ?? 0) > 0) yield day;
}

/** How many calls a day brings: weekday, month and build-up, with a day-to-day noise of about 10%. */
export function volume(story: Story, day: Day, random: Random): number {
  const builtUp = story.buildUpDays === 0 ? 1 : Math.min(1, 0.3 + daysBetween(story.from, day) / story.buildUpDays);
  const factor = (story.weekdays[weekdayOf(day)] ?? 0) * (story.months[monthOf(day)] ?? 1) * builtUp;
  return count(random, lognormal(random, story.callsPerDay * factor, 0.1));
}

/** Seconds since midnight, callers' clock, at which the day's calls start: in order, by the hour profile. */
export function startTimes(story: Story, calls: number, random: Random): number[] {
  const hours = story.hours.map((weight, index) => [story.opens + index, weight] as const);
  return Array.from({ length: calls }, () => Math.floor((pick(random, hours) + random()) * 3600)).sort((a, b) => a - b);
}

function offsetText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * Writes seconds of a callers' day on the vendor's clock, with its offset. Offsets are those of the callers' noon:
 * clocks change at night, when no story has calls.
 */
export function vendorClock(story: Story, day: Day): (seconds: number) => string {
  const midnight = dayNumber(day) * dayMs;
  const noon = instantOfLocal(midnight + dayMs / 2, story.callersZone);
  if ('gap' in noon) throw new RangeError(`${day} has no noon in ${story.callersZone}`);
  const callersOffset = midnight + dayMs / 2 - noon.ms;
  const vendorMinutes = dayNumber(localDay(noon.ms, story.vendorZone)) * 1440 + localMinutes(noon.ms, story.vendorZone);
  const vendorOffset = vendorMinutes - noon.ms / minuteMs;
  const written = offsetText(vendorOffset);
  return (seconds) => {
    const onClock = midnight + seconds * 1000 - callersOffset + vendorOffset * minuteMs;
    return new Date(onClock).toISOString().slice(0, 19) + written;
  };
}

import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A local wall-clock time placed on the time line; `repeated` marks the hour that a clock change shows twice. */
export type LocalInstant = { ms: number; repeated: boolean } | { gap: true };

const QUARTER_MS = 900_000;
const known = new Map<string, boolean>();
const offsets = new Map<string, Map<number, number>>();

/** Whether the text names an IANA time zone. */
export function isZone(zone: string): boolean {
  let found = known.get(zone);
  if (found === undefined) {
    found = /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone);
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    } catch {
      found = false;
    }
    known.set(zone, found);
  }
  return found;
}

/** Offset from UTC in ms at an instant. Zones change offset only on quarter hours, so one answer serves each. */
function offsetAt(ms: number, zone: string): number {
  const cache = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, cache);
  const quarter = Math.floor(ms / QUARTER_MS);
  let offset = cache.get(quarter);
  if (offset === undefined) {
    if (cache.size > 200_000) cache.clear();
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(zone);
    offset = at.offsetNanoseconds / 1e6;
    cache.set(quarter, offset);
  }
  return offset;
}

/** The local calendar date of an instant. */
export function localDay(ms: number, zone: string): Day {
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10) as Day;
}

/** Minutes since local midnight on the wall clock, 0 to 1439. */
export function localMinutes(ms: number, zone: string): number {
  return Math.floor(((((ms + offsetAt(ms, zone)) % 86_400_000) + 86_400_000) % 86_400_000) / 60_000);
}

/**
 * The instant of a wall-clock time in a zone. `wallMs` is the wall clock read as if it were UTC. A time that a clock
 * change skips is a gap; one that it shows twice is the first of the two (the earlier instant).
 */
export function instantOfLocal(wallMs: number, zone: string): LocalInstant {
  const before = offsetAt(wallMs - 86_400_000, zone);
  const after = offsetAt(wallMs + 86_400_000, zone);
  const candidates = [wallMs - before, wallMs - after].filter((ms) => ms + offsetAt(ms, zone) === wallMs);
  const [first, second] = candidates;
  if (first === undefined) return { gap: true };
  return { ms: Math.min(first, second ?? first), repeated: second !== undefined && second !== first };
}

/** The instant at which a local day begins (its first existing moment). */
export function startOfDay(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

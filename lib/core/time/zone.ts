import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A local wall-clock time placed on the time line; `repeated` marks the hour that a clock change shows twice. */
export type LocalInstant = { ms: number; repeated: boolean } | { gap: true };

/** A stretch of time, in ms and half-open, in which a zone keeps one offset from UTC. */
type OffsetSpan = { from: number; to: number; offset: number };

const DAY_MS = 86_400_000;
const known = new Map<string, boolean>();
const spansOf = new Map<string, OffsetSpan[]>();

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

function spanAround(ms: number, zone: string): OffsetSpan {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = at.getTimeZoneTransition('next');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 1e6,
  };
}

/** Offset from UTC in ms at an instant. Asking Temporal costs microseconds, so each span between changes is asked once. */
function offsetAt(ms: number, zone: string): number {
  const spans = spansOf.get(zone) ?? [];
  for (const span of spans) if (span.from <= ms && ms < span.to) return span.offset;
  const found = spanAround(ms, zone);
  spansOf.set(zone, [...spans, found]);
  return found.offset;
}

/** The local calendar date of an instant. */
export function localDay(ms: number, zone: string): Day {
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10) as Day;
}

/** Minutes since local midnight on the wall clock, 0 to 1439. */
export function localMinutes(ms: number, zone: string): number {
  return Math.floor(((((ms + offsetAt(ms, zone)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
}

/**
 * The instant of a wall-clock time in a zone. `wallMs` is the wall clock read as if it were UTC. A time that a clock
 * change skips is a gap; one that it shows twice is the first of the two (the earlier instant).
 */
export function instantOfLocal(wallMs: number, zone: string): LocalInstant {
  const before = offsetAt(wallMs - DAY_MS, zone);
  const after = offsetAt(wallMs + DAY_MS, zone);
  if (before === after) return { ms: wallMs - before, repeated: false };
  const candidates = [wallMs - before, wallMs - after].filter((ms) => ms + offsetAt(ms, zone) === wallMs);
  if (candidates.length === 0) return { gap: true };
  return { ms: Math.min(...candidates), repeated: candidates.length === 2 };
}

/** The instant at which a local day begins (its first existing moment). */
export function startOfDay(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

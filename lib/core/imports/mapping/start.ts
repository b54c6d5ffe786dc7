import { type Day, instantOfLocal, startOfDay } from '#time';
import { type Fault, isFault } from '../cells/fault.ts';
import { needsZone, type Start, startReader } from '../cells/started-at.ts';
import { dateFormat, type WallClock, type YearOf } from './date-format.ts';
import { exactMs } from './exact-ms.ts';
import type { Mapping } from './schema.ts';
import { yearByOrder } from './year-by-order.ts';

/** Formats that are no pattern of letters: ISO 8601, counts since 1970, and a spreadsheet's days since 1899-12-30. */
export const namedFormats = ['iso', 'epoch_s', 'epoch_ms', 'excel'] as const;
type NamedFormat = (typeof namedFormats)[number];

type ReadStart = (text: string) => Start | Fault;

const DAY_MS = 86_400_000;
/** The days from a spreadsheet's first one to 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;
const LATEST_MS = Date.UTC(2200, 0, 1);
const outOfRange: Fault = { fault: { key: 'rejects.year_out_of_range' } };

function inRange(start: Start): Start | Fault {
  return start.ms >= 0 && start.ms < LATEST_MS ? start : outOfRange;
}

/** Places wall clocks of a zone on the time line. A day's beginning is asked for once while rows are of that day. */
function placer(zone: string | null): (clock: WallClock) => Start | Fault {
  let last = { wall: Number.NaN, ms: 0 };
  return ({ ms: wall, offsetMs, dateOnly }) => {
    if (offsetMs !== null) return inRange({ ms: wall - offsetMs, repeated: false });
    if (zone === null) return needsZone;
    if (dateOnly) {
      if (last.wall !== wall) last = { wall, ms: startOfDay(new Date(wall).toISOString().slice(0, 10) as Day, zone) };
      return inRange({ ms: last.ms, repeated: false });
    }
    const found = instantOfLocal(wall, zone);
    return 'gap' in found ? { fault: { key: 'rejects.skipped_time', values: { zone } } } : inRange(found);
  };
}

function isNamed(format: string): format is NamedFormat {
  return (namedFormats as readonly string[]).includes(format);
}

/** Ms since 1970 of a count; a spreadsheet's is of the wall clock. */
function countReader(format: Exclude<NamedFormat, 'iso'>, zone: string | null): ReadStart {
  const otherwise: Fault = { fault: { key: 'rejects.not_in_format', values: { format } } };
  const unitMs = { epoch_s: 1000, epoch_ms: 1, excel: DAY_MS }[format];
  const place = placer(zone);
  return (text) => {
    const ms = exactMs(text.replace(',', '.'), unitMs);
    if (ms === null) return otherwise;
    if (format !== 'excel') return inRange({ ms, repeated: false });
    const wall = ms - EXCEL_EPOCH_DAYS * DAY_MS;
    if (wall < 0 || wall >= LATEST_MS) return outOfRange;
    return place({ ms: wall, offsetMs: null, dateOnly: wall % DAY_MS === 0 });
  };
}

type Written = Pick<Mapping['columns']['started_at'], 'format' | 'firstYear'>;

/**
 * Reader of the times at which a file's calls began, in the zone of its clock, by the rules of `startReader`: what a
 * clock change skips is a fault, of what it shows twice the first is taken and said, a bare date is its first moment.
 * It remembers the rows that it has read where the year follows from their order. The format must be a known one.
 */
export function mappedStartReader({ format, firstYear }: Written, zone: string | null): ReadStart {
  if (isNamed(format)) return format === 'iso' ? startReader(zone) : countReader(format, zone);
  const compiled = dateFormat(format);
  if (typeof compiled === 'string') throw new Error(compiled);
  const yearOf: YearOf | undefined = firstYear === undefined ? undefined : yearByOrder(firstYear);
  const place = placer(zone);
  return (text) => {
    const clock = compiled.read(text, yearOf);
    return isFault(clock) ? clock : place(clock);
  };
}

/** What is wrong with a format and its first year, in English; null = nothing. */
export function startFault({ format, firstYear }: Written): string | null {
  if (isNamed(format))
    return firstYear === undefined ? null : `dates as ${format} have their year: leave firstYear out`;
  const compiled = dateFormat(format);
  if (typeof compiled === 'string') return compiled;
  if (!compiled.hasYear && firstYear === undefined)
    return 'the format has no year: say the firstYear of a file in order of time';
  return compiled.hasYear && firstYear !== undefined ? 'the format has the year: leave firstYear out' : null;
}

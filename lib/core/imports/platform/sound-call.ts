import type { Text } from '#format';
import { dateFault } from '../cells/day.ts';
import { isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import { readId } from '../cells/text.ts';
import { withinADay } from '../cells/within-a-day.ts';
import type { RowFault } from '../log-format.ts';
import type { LegTimes, PlatformCall } from './platform-format.ts';

function timeFault(column: string, ms: number | null): RowFault | null {
  if (ms === null) return null;
  const read = Number.isInteger(ms) ? withinADay(ms) : { fault: { key: 'rejects.not_milliseconds' } };
  return isFault(read) ? { column, value: String(ms / 1000), reason: read.fault } : null;
}

function startFault(ms: number): RowFault | null {
  const isMoment = Number.isInteger(ms) && ms >= 0;
  const fault = dateFault(isMoment ? new Date(ms).getUTCFullYear() : 0, 1, 1);
  return fault && { column: 'started_at', value: null, reason: fault.fault };
}

function idReason(id: string): Text | null {
  const read = readId(id);
  if (id === '') return { key: 'rejects.empty' };
  return isFault(read) ? read.fault : null;
}

/**
 * What keeps a platform's call from being one like any other: an id that is none, a start beyond 1970 to 2199, a time
 * that is negative or longer than a day, as sums of legs and differences of two moments can be.
 */
export function callFaults(
  { callId, startedAt, waitMs }: PlatformCall,
  { talkMs, holdMs, wrapMs }: LegTimes,
): RowFault[] {
  const id = idReason(callId);
  return [
    id && { column: 'call_id', value: shown(callId), reason: id },
    startFault(startedAt),
    timeFault('wait_s', waitMs),
    timeFault('talk_s', talkMs),
    timeFault('hold_s', holdMs),
    timeFault('wrap_s', wrapMs),
  ].filter((fault) => fault !== null);
}

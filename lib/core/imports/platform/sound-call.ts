import type { Text } from '#format';
import { dateFault } from '../cells/day.ts';
import { isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import { readId } from '../cells/text.ts';
import type { RowFault } from '../log-format.ts';
import type { LegTimes, PlatformCall } from './platform-format.ts';

const LONGEST_MS = 86_400_000;

function timeFault(column: string, ms: number | null): RowFault | null {
  if (ms === null || (ms >= 0 && ms <= LONGEST_MS)) return null;
  const reason = { key: ms < 0 ? 'rejects.negative_duration' : 'rejects.longer_than_a_day' };
  return { column, value: String(ms / 1000), reason };
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
  const start = startedAt < 0 ? dateFault(0, 1, 1) : dateFault(new Date(startedAt).getUTCFullYear(), 1, 1);
  return [
    id && { column: 'call_id', value: shown(callId), reason: id },
    start && { column: 'started_at', value: null, reason: start.fault },
    timeFault('wait_s', waitMs),
    timeFault('talk_s', talkMs),
    timeFault('hold_s', holdMs),
    timeFault('wrap_s', wrapMs),
  ].filter((fault) => fault !== null);
}

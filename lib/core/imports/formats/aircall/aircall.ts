import type { PieceResult, PlatformFormat } from '../../platform/platform-format.ts';
import { hasKeys } from '../../platform/read/has-keys.ts';
import { joinStates } from './map.ts';
import { readCall, readEvent } from './schema.ts';
import { type State, stateOf } from './state.ts';

type Inner = { data?: unknown; call?: unknown };

const isEvent = (record: unknown) => hasKeys(record, ['event', 'data']);

/** The call of an event, or of an answer that has it under `call`. */
function callIn(record: unknown): unknown {
  if (isEvent(record)) return (record as Inner).data;
  return hasKeys(record, ['call']) && !hasKeys(record, ['id']) ? (record as Inner).call : record;
}

function read(record: unknown): PieceResult<State> {
  const told = isEvent(record) ? readEvent(record) : { values: { event: null, timestamp: null } };
  if ('faults' in told) return told;
  const { event, timestamp } = told.values;
  // Webhooks tell of users, contacts and numbers too; those are of no call.
  if (event !== null && !event.startsWith('call.')) return null;
  const result = readCall(callIn(record));
  if ('faults' in result) return result;
  return { key: result.values.id, piece: stateOf(result.values, event, timestamp) };
}

const own = ['missed_call_reason', 'raw_digits', 'direct_link', 'answered_at'];

function isAircall(record: unknown): boolean {
  const call = callIn(record);
  return hasKeys(call, ['id', 'started_at', 'ended_at'], own) && hasKeys(call, ['direction', 'duration']);
}

/** Aircall: calls of its API, and the events that its webhooks deliver. */
export const aircall: PlatformFormat<State> = {
  label: 'Aircall calls and webhook events',
  shapes: ['objects'],
  needs: ['id', 'started_at', 'answered_at', 'ended_at'],
  recognises: ({ records }) => records.some(isAircall),
  read,
  join: joinStates,
  words: new Map([
    ['answered', 'other'],
    ['voicemail', 'callback'],
    ['missed', 'abandoned'],
  ]),
  metrics: {
    unreported: ['wrap'],
    notes: [
      { key: 'metricNotes.aircall_duration' },
      { key: 'metricNotes.aircall_hold' },
      { key: 'metricNotes.aircall_last_agent' },
    ],
  },
};

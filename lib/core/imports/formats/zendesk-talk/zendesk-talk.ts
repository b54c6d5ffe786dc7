import type { Outcome } from '#calls';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, PieceResult, PlatformFormat } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { newest } from '../../platform/read/last-delivered.ts';
import { type Call, callOf } from './map.ts';
import { readCall } from './schema.ts';

/** Who gives up on hold has been answered before; who gives up in the menu has reached no queue. */
const words: Record<string, Outcome> = {
  completed: 'other',
  abandoned_in_queue: 'abandoned',
  abandoned_in_voicemail: 'abandoned',
  abandoned_in_ivr: 'other',
  abandoned_on_hold: 'unresolved',
  pending_voicemail: 'callback',
  voicemail: 'callback',
  not_answered: 'no_contact',
  no_answer: 'no_contact',
  busy: 'no_contact',
  failed: 'no_contact',
  canceled: 'no_contact',
};

function read(record: unknown): PieceResult<Call> {
  const result = readCall(record);
  if ('faults' in result) return result;
  const { completion_status: status, talk_time: talk, agent_id: agent } = result.values;
  if (status === null) return { leftOut: { key: 'rejects.still_open' } };
  if (talk === null && (status === 'completed' || agent !== null))
    return { faults: [{ column: 'talk_time', value: null, reason: { key: 'rejects.empty' } }] };
  const call = callOf(result);
  return { key: call.callId, piece: call };
}

/** A call comes again when it has changed: its newest record stands. */
function join(pieces: readonly Placed<Call>[]): Joined {
  const placed = newest(pieces, ({ updatedAt }) => updatedAt);
  if (placed === undefined) return { calls: [] };
  const { file, row } = placed;
  const { updatedAt: _, details, ...call } = placed.piece;
  const counted = { ...details, source_records: pieces.length };
  return { calls: [{ file, row, call: { ...call, revenue: null, details: counted } }] };
}

/** Zendesk Talk: the calls of its incremental export. */
export const zendeskTalk: PlatformFormat<Call> = {
  label: 'Zendesk Talk calls',
  shapes: ['objects', 'table'],
  needs: ['id', 'created_at', 'completion_status', 'talk_time'],
  recognises: (sample) =>
    knows(sample, ['id', 'created_at', 'completion_status'], ['talk_time', 'call_charge', 'minutes_billed']),
  read,
  join,
  words: new Map(Object.entries(words)),
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.zendesk_talk' }, { key: 'metricNotes.zendesk_wrap' }],
  },
};

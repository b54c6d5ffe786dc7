import type { Outcome } from '#calls';
import type { PieceResult, PlatformFormat, ReadContext } from '../../platform/platform-format.ts';
import { hasKeys } from '../../platform/read/has-keys.ts';
import { folded } from '../../platform/read/record-reader.ts';
import { joinLegs, type Leg } from './map.ts';
import { readerOf, type TwilioCall } from './schema.ts';

/** What the status says where the direction does not change it: `failed` is a number that does not exist, as a rule. */
const words: Record<string, Outcome> = {
  completed: 'other',
  busy: 'no_contact',
  'no-answer': 'no_contact',
  canceled: 'no_contact',
  failed: 'bad_number',
};

const unfinished: readonly string[] = ['queued', 'ringing', 'in-progress'];

/** Time that is charged for; of a call without its duration, from beginning to end. */
function talkOf({ status, duration, start_time: start, end_time: end }: TwilioCall): number | null {
  if (status !== 'completed') return 0;
  if (duration !== null) return duration;
  return start === null || end === null || end.ms < start.ms ? null : end.ms - start.ms;
}

const missing = (column: string) => ({ faults: [{ column, value: null, reason: { key: 'rejects.empty' } }] });

function read(record: unknown, { timezone }: ReadContext): PieceResult<Leg> {
  const result = readerOf(timezone)(record);
  if ('faults' in result) return result;
  const { values: call } = result;
  if (unfinished.includes(call.status)) return { leftOut: { key: 'rejects.still_open' } };
  const start = call.start_time ?? call.date_created;
  const talkMs = talkOf(call);
  if (start === null) return missing('start_time');
  if (talkMs === null) return missing('duration');
  const piece: Leg = {
    sid: call.sid,
    parent: call.parent_call_sid,
    status: call.status,
    direction: call.direction,
    startedAt: start.ms,
    repeated: start.repeated,
    updatedAt: call.date_updated?.ms ?? null,
    talkMs,
    customer: call.direction === 'outbound' ? call.to : call.from,
    answeredBy: call.answered_by,
    price: call.price,
    priceUnit: call.price_unit,
    queueMs: call.queue_time,
  };
  return { key: piece.parent ?? piece.sid, piece };
}

const sids: readonly string[] = ['sid', 'callsid', 'callid'];

/** Whether a record's id is one of a Twilio call, by its first letters and length. */
function hasCallSid(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false;
  return Object.entries(record).some(
    ([name, value]) => sids.includes(folded(name)) && /^CA[0-9a-z]{32}$/i.test(String(value)),
  );
}

/** Twilio: the Call resource of its API, of bulk exports and of the console. */
export const twilio: PlatformFormat<Leg> = {
  label: 'Twilio calls',
  shapes: ['objects', 'table'],
  needs: ['sid', 'status', 'start_time', 'duration'],
  recognises: ({ records }) =>
    records.some((record) => hasCallSid(record) && hasKeys(record, [], ['status', 'Call Status', 'direction'])),
  read,
  join: joinLegs,
  words: new Map(Object.entries(words)),
  metrics: {
    unreported: ['wait', 'hold', 'wrap', 'abandoned'],
    notes: [{ key: 'metricNotes.twilio_connected' }, { key: 'metricNotes.twilio_legs' }],
  },
};

import { readId, readText } from '../../cells/text.ts';
import { wordReader } from '../../cells/word.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { readExact } from '../../platform/read/exact.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { byZone, timeReader } from '../../platform/read/times.ts';

/** Whether a call came to us; `trunking-originating` is Twilio's word for what comes from the telephone network. */
const readDirection = wordReader({
  inbound: 'inbound',
  incoming: 'inbound',
  'trunking-originating': 'inbound',
  outbound: 'outbound',
  outgoing: 'outbound',
  'outbound-api': 'outbound',
  'outgoing api': 'outbound',
  'outbound-dial': 'outbound',
  'outgoing dial': 'outbound',
  'trunking-terminating': 'outbound',
} as const);

/** A call's status in one spelling; consoles write `No Answer`, older libraries `cancelled`. */
const readStatus = wordReader({
  completed: 'completed',
  busy: 'busy',
  failed: 'failed',
  'no-answer': 'no-answer',
  'no answer': 'no-answer',
  canceled: 'canceled',
  cancelled: 'canceled',
  queued: 'queued',
  initiated: 'queued',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  'in progress': 'in-progress',
} as const);

/**
 * A Call of the REST API (twilio.com/docs/voice/api/call-resource), of a bulk export (times in ISO 8601), of a helper
 * library (names like `parentCallSid`), or of the console's file: names and capitals differ, the values do not.
 */
export const readerOf = byZone((zone) =>
  recordReader(
    {
      sid: required(readId),
      parent_call_sid: optional(readId),
      status: required(readStatus),
      direction: optional(readDirection),
      start_time: optional(timeReader(zone)),
      end_time: optional(timeReader(zone)),
      date_created: optional(timeReader(zone)),
      date_updated: optional(timeReader(zone)),
      duration: optional((text) => readDuration(text.replace(/ ?sec(?:onds|s)?\.?$/i, ''))),
      from: detail(readText),
      to: detail(readText),
      answered_by: detail(readText),
      price: detail((text) => readExact(text.replace('$', ''))),
      price_unit: detail(readText),
      queue_time: detail(readExact),
    },
    {
      sid: ['Call Sid', 'Call ID'],
      parent_call_sid: ['Parent Sid', 'Parent Call ID'],
      status: ['Call Status'],
      start_time: ['Start Date', 'Started', 'Date'],
      duration: ['Call Duration', 'Duration (seconds)', 'Duration (sec)'],
      from: ['From Number', 'Caller'],
      to: ['To Number', 'Called'],
    },
  ),
);

export type TwilioCall = Extract<ReturnType<ReturnType<typeof readerOf>>, { values: unknown }>['values'];

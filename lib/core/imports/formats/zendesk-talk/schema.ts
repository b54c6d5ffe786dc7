import { readId, readText } from '../../cells/text.ts';
import { wordReader } from '../../cells/word.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { readExact } from '../../platform/read/exact.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { readFlag } from '../../platform/read/flag.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { readUtc } from '../../platform/read/utc.ts';

/**
 * A call of the incremental export (developer.zendesk.com, Talk API, incremental exports): moments in ISO 8601, times in
 * whole seconds. It comes again whenever something of it has changed.
 */
export const readCall = recordReader({
  id: required(readId),
  created_at: required(readUtc),
  updated_at: optional(readUtc),
  direction: optional(wordReader({ inbound: 'inbound', outbound: 'outbound' } as const)),
  completion_status: optional(readText),
  agent_id: optional(readId),
  customer_id: detail(readText),
  ivr_destination_group_name: optional(readText),
  wait_time: optional(readDuration),
  talk_time: optional(readDuration),
  hold_time: optional(readDuration),
  wrap_up_time: optional(readDuration),
  voicemail: optional(readFlag),
  duration: detail(readDuration),
  ivr_time_spent: detail(readDuration),
  time_to_answer: detail(readDuration),
  consultation_time: detail(readDuration),
  minutes_billed: detail(readExact),
  call_charge: detail(readExact),
});

export type ZendeskCall = Extract<ReturnType<typeof readCall>, { values: unknown }>;

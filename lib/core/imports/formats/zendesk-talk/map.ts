import type { Outcome } from '#calls';
import type { LegTimes, PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import type { ZendeskCall } from './schema.ts';

/** What of a call its newest record tells. */
export type Call = Omit<PlatformCall, 'details' | 'revenue'> & {
  details: NonNullable<PlatformCall['details']>;
  updatedAt: number | null;
};

/** A message that was left is no conversation, though Zendesk completes it. */
function answeredOf({ values }: ZendeskCall): boolean {
  return (values.talk_time ?? 0) > 0 && !(values.voicemail === true && values.agent_id === null);
}

/** Where nobody answered, talk is 0, and so are the others where the record has them at all. */
function timesOf({ values, has }: ZendeskCall, answered: boolean): LegTimes {
  const time = (name: 'hold_time' | 'wrap_up_time') => values[name] ?? (!answered && has(name) ? 0 : null);
  return { talkMs: answered ? (values.talk_time ?? 0) : 0, holdMs: time('hold_time'), wrapMs: time('wrap_up_time') };
}

function outcomeOf({ values }: ZendeskCall, answered: boolean): Outcome | null {
  return values.voicemail === true && !answered && values.completion_status === 'completed' ? 'callback' : null;
}

/** A record as the call that it is. */
export function callOf(record: ZendeskCall): Call {
  const { values } = record;
  const answered = answeredOf(record);
  return {
    callId: values.id,
    legOf: null,
    queue: values.ivr_destination_group_name,
    direction: values.direction,
    startedAt: values.created_at,
    waitMs: values.wait_time,
    legs: [timesOf(record, answered)],
    answered,
    disposition: values.completion_status,
    outcome: outcomeOf(record, answered),
    agent: values.agent_id,
    customer: values.customer_id,
    currency: null,
    updatedAt: values.updated_at,
    details: detailsOf({
      cost: values.call_charge,
      minutes_billed: values.minutes_billed === null ? null : Number(values.minutes_billed),
      duration_s: seconds(values.duration),
      ivr_s: seconds(values.ivr_time_spent),
      time_to_answer_s: seconds(values.time_to_answer),
      consultation_s: seconds(values.consultation_time),
    }),
  };
}

import type { Direction } from '#calls';
import type { VicidialRow } from './schema.ts';
import { unanswered } from './words.ts';

/** What one agent, or the dialler alone, had of a call: a transfer to another in-group is a row of its own. */
export type Leg = {
  callId: string;
  startedAt: number;
  repeated: boolean;
  direction: Direction | null;
  status: string;
  statusName: string | null;
  queue: string | null;
  agent: string | null;
  answered: boolean;
  customer: string | null;
  waitMs: number | null;
  talkMs: number;
  wrapMs: number | null;
  dialMs: number | null;
  answeredMs: number | null;
};

/** The dialler's own users, who are nobody. */
const diallers: ReadonlySet<string> = new Set(['VDAD', 'VDCL']);

/** Seconds in the queue, where `alt_dial` holds them: only inbound rows have a number there. */
export function queuedMs(altDial: string | null): number | null {
  return altDial !== null && /^\d{1,6}(?:\.\d+)?$/.test(altDial) ? Math.round(Number(altDial) * 1000) : null;
}

function directionOf(altDial: string | null): Direction | null {
  if (altDial === null) return null;
  return queuedMs(altDial) === null ? 'outbound' : 'inbound';
}

/** A call's id: of its channel, else of its lead and when that was called. */
export function idOf({ values }: VicidialRow): string | null {
  const { uniqueid, lead_id: lead, call_date: start } = values;
  return uniqueid ?? (lead === null ? null : `${lead} ${start.text}`);
}

/**
 * A row as a leg. The length of an inbound row has the time in the queue in it, as VICIdial's own reports know
 * (`length_in_sec - queue_seconds`); that of a dropped call is what the caller listened to.
 */
export function legOf({ values, has }: VicidialRow, callId: string): Leg {
  const { user, status, length_in_sec: length } = values;
  const agent = user === null || diallers.has(user.toUpperCase()) ? null : user;
  const queued = queuedMs(values.alt_dial);
  const talkMs = Math.max(0, length - (queued ?? 0));
  return {
    callId,
    startedAt: values.call_date.ms,
    repeated: values.call_date.repeated,
    direction: directionOf(values.alt_dial),
    status,
    statusName: values.status_name,
    queue: values.campaign_id,
    agent,
    answered: agent !== null && talkMs > 0 && !unanswered.has(status.toUpperCase()),
    customer: values.phone_number_dialed,
    waitMs: queued ?? values.queue_time,
    talkMs,
    wrapMs: values.wrapup_time ?? (agent === null && has('wrapup_time') ? 0 : null),
    dialMs: values.dial_time,
    answeredMs: values.answered_time,
  };
}

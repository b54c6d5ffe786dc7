import type { Direction } from '#calls';
import type { AircallCall } from './schema.ts';

/** A call as it stood at one moment, and the event that told of it; null = asked for, not told. */
export type State = {
  id: string;
  event: string | null;
  at: number | null;
  over: boolean;
  direction: Direction | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  agent: string | null;
  number: string | null;
  customer: string | null;
  missed: string | null;
  voicemail: boolean;
  durationMs: number | null;
  cost: string | null;
};

/** A message that was left is known by its event, its file, or the address of that. */
function leftMessage({ voicemail, asset }: AircallCall, event: string | null): boolean {
  return event === 'call.voicemail_left' || voicemail !== null || /\/voicemail\b/.test(asset ?? '');
}

/** What one record says of its call. */
export function stateOf(call: AircallCall, event: string | null, at: number | null): State {
  return {
    id: call.id,
    event,
    at,
    over: call.ended_at !== null,
    direction: call.direction,
    startedAt: call.started_at,
    answeredAt: call.answered_at,
    endedAt: call.ended_at,
    agent: call.user?.name ?? call.user?.id ?? null,
    number: call.number?.name ?? null,
    customer: call.raw_digits === 'anonymous' ? null : call.raw_digits,
    missed: call.missed_call_reason,
    voicemail: leftMessage(call, event),
    durationMs: call.duration,
    cost: call.cost,
  };
}

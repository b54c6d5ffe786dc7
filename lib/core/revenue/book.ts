import type { Call } from '#calls';
import type { Program } from '#contracts';
import { type Micros, micros } from '#money';
import { localDay } from '#time';
import type { RevenueEvent } from './event.ts';
import type { Match } from './match.ts';

/** What a program says of later money: whose calendar, and which day it changes. */
export type BookingRules = Pick<Program, 'timezone' | 'revenueBooking'>;

/** An event with its call. */
export type MatchedEvent = { event: RevenueEvent; call: Call };

/** Whether an event changes its own day and not the call's; on the call's own day it is the call's, whatever is chosen. */
export function isBookedApart({ event, call }: MatchedEvent, { timezone, revenueBooking }: BookingRules): boolean {
  if (revenueBooking === 'call_day') return false;
  return localDay(event.occurredAt, timezone) !== localDay(call.startedAt, timezone);
}

/** Those of some events that have a call. */
export function matchedEvents(events: Iterable<RevenueEvent>, matchOf: (event: RevenueEvent) => Match): MatchedEvent[] {
  return [...events].flatMap((event) => {
    const match = matchOf(event);
    return 'call' in match ? [{ event, call: match.call }] : [];
  });
}

/** Revenue of a call: what was booked with it and what events brought and took; null where there is neither. */
export function netRevenue(booked: Micros | null, ofEvents: Micros | null): Micros | null {
  if (booked === null || ofEvents === null) return booked ?? ofEvents;
  return micros(booked + ofEvents);
}

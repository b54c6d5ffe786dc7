import type { Micros } from '#money';

/** What a call came to, in the trade's words; a vendor's own disposition text is mapped to one of these. */
export const outcomes = [
  'sale',
  'resolved',
  'unresolved',
  'no_sale',
  'refused',
  'callback',
  'transferred',
  'no_contact',
  'bad_number',
  'abandoned',
  'other',
] as const;
export type Outcome = (typeof outcomes)[number];

export const directions = ['inbound', 'outbound'] as const;
export type Direction = (typeof directions)[number];

/** One call, in one shape whatever platform logged it. Durations in whole ms; null = the vendor does not say. */
export type Call = {
  /** The vendor's own id, unique within the vendor: the same id again is an update, never a second call. */
  callId: string;
  vendor: string;
  program: string;
  callType: string | null;
  direction: Direction;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Queue or ring time before the agent. */
  waitMs: number | null;
  /** Talk excludes hold. */
  talkMs: number;
  holdMs: number | null;
  /** After-call work. */
  wrapMs: number | null;
  /** An agent spoke with somebody: the call was handled. */
  answered: boolean;
  disposition: string | null;
  outcome: Outcome;
  agent: string | null;
  /** Keyed hash of the vendor's customer reference. */
  customerRef: string | null;
  /** Money booked with the call itself, in `currency`; null = none reported. */
  revenue: Micros | null;
  currency: string;
  /** The call of which this is a leg, whose time that call has already: a leg is kept, and is in no sum. */
  legOf: string | null;
  /** What else the log says of the call, for whoever looks at it; no figure is made of it. */
  details: CallDetails | null;
};

/** Figures and words by the platform's or the trade's name for them: `ivr_s`, `cost`, `billed_s`. */
export type CallDetails = Readonly<Record<string, string | number>>;

/** Handle time = talk + hold + wrap in ms (economics.md section 1); a part that the vendor does not report adds 0. */
export function handleMs(call: Pick<Call, 'talkMs' | 'holdMs' | 'wrapMs'>): number {
  return call.talkMs + (call.holdMs ?? 0) + (call.wrapMs ?? 0);
}

/** Offered = every inbound call that reached the queue. */
export function isOffered(call: Pick<Call, 'direction'>): boolean {
  return call.direction === 'inbound';
}

/** Attempted = every outbound call. */
export function isAttempted(call: Pick<Call, 'direction'>): boolean {
  return call.direction === 'outbound';
}

/** Contact = answered, and not by nobody or a wrong number. */
export function isContact(call: Pick<Call, 'answered' | 'outcome'>): boolean {
  return call.answered && call.outcome !== 'no_contact' && call.outcome !== 'bad_number';
}

/** Short abandon = abandoned with a known wait of at most the program's threshold (seconds). */
export function isShortAbandon(call: Pick<Call, 'outcome' | 'waitMs'>, thresholdSeconds: number): boolean {
  return call.outcome === 'abandoned' && call.waitMs !== null && call.waitMs <= thresholdSeconds * 1000;
}

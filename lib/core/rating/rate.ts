import { type Call, handleMs, isAttempted, isContact, isOffered } from '#calls';
import type { Contract, Rating } from '#contracts';
import { rateClassAt } from './windows.ts';

/**
 * Why a call is not billed: it is a leg of another, its state is not the one that the contract names, it was too short,
 * or it is a repeat.
 */
export type RatingExclusion = 'leg' | 'not_in_billable_state' | 'shorter_than_minimum' | 'repeat_within_hours';

/** Another call, and when it began: ms since the epoch. */
export type EarlierCall = Pick<Call, 'callId' | 'startedAt'>;

/** The quantities of one rated call and how they came about. */
export type Rated = {
  basis: Rating['basis'];
  /** Seconds on the contract's clock before rounding, to the ms. */
  basisMs: number;
  billable: boolean;
  exclusion: RatingExclusion | null;
  /** The call of the same customer that this one repeats; null unless that is why it is not billed. */
  repeatOf: EarlierCall | null;
  /** Whole seconds after minimum and increment; 0 where not billable. */
  billedSeconds: number;
  rateClass: string;
};

const inState: Record<Rating['billable'], (call: Call) => boolean> = {
  offered: isOffered,
  attempted: isAttempted,
  handled: (call) => call.answered,
  contact: isContact,
  resolved: (call) => call.outcome === 'resolved',
  sale: (call) => call.outcome === 'sale',
};

function basisMs(call: Call, basis: Rating['basis']): number {
  if (basis === 'handle') return handleMs(call);
  return basis === 'connected' ? call.talkMs + (call.holdMs ?? 0) : call.talkMs;
}

function billedSeconds(ms: number, { initialSeconds, incrementSeconds }: Rating): number {
  if (ms === 0) return 0;
  const beyond = Math.max(0, ms - initialSeconds * 1000);
  return initialSeconds + Math.ceil(beyond / (incrementSeconds * 1000)) * incrementSeconds;
}

const HOUR_MS = 3_600_000;

/** The call before it where that makes this one a repeat: it began less than the contract's hours before. */
function repeated({ startedAt }: Call, { excludeRepeatsWithinHours: hours }: Rating, previous: EarlierCall | null) {
  return hours !== undefined && previous !== null && startedAt - previous.startedAt < hours * HOUR_MS ? previous : null;
}

/**
 * Rates one call under the version in force at its start (economics.md section 2): seconds and state, no money.
 * `previous` is the latest call before it of the same customer at the same vendor and program that was itself billable,
 * repeats not looked at (`previousBillable`); null where there is none or the call names no customer.
 */
export function rate(
  call: Call,
  contract: Pick<Contract, 'rating' | 'timezone'>,
  previous: EarlierCall | null = null,
): Rated {
  const { rating } = contract;
  const ms = basisMs(call, rating.basis);
  const repeatOf = repeated(call, rating, previous);
  const exclusion: RatingExclusion | null =
    call.legOf !== null
      ? 'leg'
      : !inState[rating.billable](call)
        ? 'not_in_billable_state'
        : ms < rating.excludeShorterThanSeconds * 1000
          ? 'shorter_than_minimum'
          : repeatOf
            ? 'repeat_within_hours'
            : null;
  return {
    basis: rating.basis,
    basisMs: ms,
    billable: exclusion === null,
    exclusion,
    repeatOf: exclusion === 'repeat_within_hours' ? repeatOf : null,
    billedSeconds: exclusion === null ? billedSeconds(ms, rating) : 0,
    rateClass: rateClassAt(call.startedAt, rating.windows, contract.timezone),
  };
}

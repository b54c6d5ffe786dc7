import { type Call, handleMs, isAttempted, isContact, isOffered } from '#calls';
import type { Contract, Rating } from '#contracts';
import { rateClassAt } from './windows.ts';

/** Why a call is not billed: its state is not the one that the contract names, or it was too short. */
export type RatingExclusion = 'not_in_billable_state' | 'shorter_than_minimum';

/** The quantities of one rated call and how they came about. */
export type Rated = {
  basis: Rating['basis'];
  /** Seconds on the contract's clock before rounding, to the ms. */
  basisMs: number;
  billable: boolean;
  exclusion: RatingExclusion | null;
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

/** Rates one call under the version in force at its start (economics.md section 2): seconds and state, no money. */
export function rate(call: Call, contract: Pick<Contract, 'rating' | 'timezone'>): Rated {
  const { rating } = contract;
  const ms = basisMs(call, rating.basis);
  const exclusion: RatingExclusion | null = !inState[rating.billable](call)
    ? 'not_in_billable_state'
    : ms < rating.excludeShorterThanSeconds * 1000
      ? 'shorter_than_minimum'
      : null;
  return {
    basis: rating.basis,
    basisMs: ms,
    billable: exclusion === null,
    exclusion,
    billedSeconds: exclusion === null ? billedSeconds(ms, rating) : 0,
    rateClass: rateClassAt(call.startedAt, rating.windows, contract.timezone),
  };
}

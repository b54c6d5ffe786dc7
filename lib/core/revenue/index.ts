/**
 * Later revenue: events (sales, refunds, ...) that come after a call, the rule that finds the call of each, the day
 * that each changes, and how long revenue usually takes to arrive.
 * Does not own: reading files of events (#imports), the sums of a day (#rollup), the SQL that matches millions (#db).
 */
export { type BookingRules, isBookedApart, type MatchedEvent, matchedEvents, netRevenue } from './book.ts';
export { isIncoming, type RevenueEvent, type RevenueKind, revenueKinds, signedAmount } from './event.ts';
export { eventMatcher, type Match, type TouchRules, type UnmatchedReason, unmatchedReasons } from './match.ts';
export {
  arrivedBy,
  type Maturing,
  maturingByProgram,
  type ProgramMaturing,
  type RevenueCell,
  type StillMaturing,
  stillMaturing,
} from './maturing.ts';

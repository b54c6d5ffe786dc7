/**
 * The canonical call: what one call is, which outcomes it may have, when it counts as handled, offered, a contact.
 * Does not own: how a vendor's file becomes calls (#imports), nor what a call costs (#pricing).
 */
export {
  type Call,
  type CallDetails,
  type Direction,
  directions,
  handleMs,
  isAttempted,
  isContact,
  isOffered,
  isShortAbandon,
  type Outcome,
  outcomes,
} from './call.ts';

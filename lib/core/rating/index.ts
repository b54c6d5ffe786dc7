/**
 * Rating: one call under one contract version gives quantities (is it billed, for how many seconds, in which rate
 * class) and can say why; a repeat also looks at the customer's call before it. No money.
 * Does not own: prices (#pricing). The SQL in #db repeats this rule for millions of calls and is tested against it.
 */
export { type EarlierCall, type Rated, type RatingExclusion, rate } from './rate.ts';
export { previousBillable } from './repeats.ts';
export { type ClassTable, classTable, rateClassAt } from './windows.ts';

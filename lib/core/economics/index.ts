/**
 * Both books: what calls cost and earn the client, what they cost and earn the vendor, the break-even handle time and
 * the zone of prices that both can live with; the daily sums that evidence is made of; and what both would be under other
 * terms, at another handle time, under every standard model.
 * Does not own: statements (#pricing), intervals and states (#stats, #verdicts), words and cells (#reports).
 */
export type { Economics, Grouping, GroupKey, MeetingPoint, Range } from './economics.ts';
export { type BookDay, type EvidenceDay, evidenceDays } from './evidence.ts';
export { evidenceKinds } from './evidence-kinds.ts';
export type { BooksInput } from './input.ts';
export { type CurvePoint, costAtHandleTime, type MarginCurve, marginCurve } from './margin-curve.ts';
export { type ComparedModel, compareModels } from './model-comparison.ts';
export { type ModelLack, type ModelPlan, standardRatings } from './model-comparison-rates.ts';
export { economics } from './unit-economics.ts';
export {
  currentSide,
  proposedId,
  proposedSide,
  proposedVersion,
  ratesAlike,
  type Side,
  type WhatIfInput,
  whatIf,
} from './what-if.ts';
export { type PackedRow, packRows, unpackRows } from './what-if-rows.ts';
export { changedTerms, namedProgram, type ReadTerms, readTerms, termsInForce } from './what-if-terms.ts';
export { type Zone, zoneOf } from './zone.ts';

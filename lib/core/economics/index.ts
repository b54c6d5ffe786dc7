/**
 * Both books: what calls cost and earn the client, what they cost and earn the vendor, the break-even handle time and
 * the zone of prices that both can live with; and the daily sums that evidence is made of.
 * Does not own: statements (#pricing), intervals and states (#stats, #verdicts), words and cells (#reports).
 */
export type { Economics, Grouping, GroupKey, MeetingPoint, Range } from './economics.ts';
export { type BookDay, type EvidenceDay, evidenceDays } from './evidence.ts';
export { evidenceKinds } from './evidence-kinds.ts';
export type { BooksInput } from './input.ts';
export { economics } from './unit-economics.ts';
export { type Zone, zoneOf } from './zone.ts';

/**
 * A contract as data: the declaration file that people write (zod), charges as a union, versions by date, and which
 * version is in force on a day.
 * Does not own: what a contract costs (#pricing), where it is kept (#db).
 */
export { type AmendmentStep, amend, carriedOver } from './amend.ts';
export {
  type Charge,
  type ChargeKind,
  charge,
  chargeKinds,
  type Indexable,
  indexable,
  type Kpi,
  kpis,
  surchargeBases,
  type Tier,
} from './charges.ts';
export { type Contract, contract, type VendorCost } from './contract.ts';
export {
  type Declaration,
  type DeclarationIssue,
  type Program,
  parseContract,
  parseDeclaration,
  program,
  type VendorDeclaration,
} from './declaration.ts';
export { type ContractDiff, diffContracts, type PlainTerm, type TermValue } from './diff.ts';
export type { RateWindow, Rating } from './rating.ts';
export { type Days, type Rerating, rerating } from './reratings.ts';
export { type ContractSpan, contractSpans } from './spans.ts';
export { type ContractGap, contractGaps, type Standing, standing, type UncoveredDay } from './standing.ts';
export { type ContractVersion, contractOn, overlaps } from './versions.ts';

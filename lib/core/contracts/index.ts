/**
 * A contract as data: the declaration file that people write (zod), charges as a union, versions by date, and which
 * version is in force on a day.
 * Does not own: what a contract costs (#pricing), where it is kept (#db).
 */
export {
  type Charge,
  type ChargeKind,
  type Contract,
  charge,
  contract,
  type Rating,
  type Tier,
  type VendorCost,
  workingCharges,
} from './contract.ts';
export {
  type Declaration,
  type DeclarationIssue,
  type Program,
  parseDeclaration,
  program,
  type VendorDeclaration,
} from './declaration.ts';
export { type ContractSpan, contractSpans } from './spans.ts';
export { type ContractVersion, contractOn, overlaps } from './versions.ts';

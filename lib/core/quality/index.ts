/**
 * What a delivery of calls is worth: what was counted of it becomes findings, each with a severity and its figures, by
 * rules that a person could apply by hand. A finding never changes a call.
 * Does not own: how the calls are counted (#db), what is a reject (#imports), the sentences (#reports).
 */
export { assess } from './assess.ts';
export type { AssessedDay, Assessment } from './assessment.ts';
export { type BatchFacts, type Cases, type OtherWord, type RuleCode, ruleCodes, type VolumeDay } from './facts.ts';
export {
  type CheckCode,
  checkCodes,
  type Example,
  type Figures,
  type Finding,
  type Severity,
  severities,
} from './finding.ts';
export { hidesAbandoned } from './hides-abandoned.ts';
export { type VendorMetrics, vendorMetricsOf } from './metrics.ts';

/**
 * Prices: a contract version and one month of roll-up quantities give a statement of lines that explain themselves.
 * Does not own: which seconds are billed (#rating), what a figure means for either side (#economics).
 */
export type { Quantities } from './charge.ts';
export { type HoursRow, type IndexValue, noInputs, type OtherInputs, type ScoreRow } from './inputs.ts';
export { serviceLevelRatio } from './kpi.ts';
export { price } from './price.ts';
export {
  amountIn,
  type Line,
  type LineDetail,
  type Missing,
  type Statement,
  statementTotals,
  type View,
} from './statement.ts';

/**
 * Prices: a contract version and one month of roll-up quantities give a statement of lines that explain themselves.
 * Does not own: which seconds are billed (#rating), what a figure means for either side (#economics).
 */
export type { Quantities } from './charge.ts';
export { price } from './price.ts';
export { type Line, type LineDetail, type Statement, statementTotals } from './statement.ts';

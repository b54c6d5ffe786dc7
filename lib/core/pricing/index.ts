/**
 * Prices: a contract version and one month of roll-up quantities give a statement of lines that explain themselves.
 * Does not own: which seconds are billed (#rating), what a figure means for either side (#economics).
 */
export type { Line, LineDetail, Statement } from './statement.ts';

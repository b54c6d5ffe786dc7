import { type Micros, sumMicros } from '#money';
import type { Billing } from './charge.ts';

/** The sum of the variable lines so far; null where one of them could not be priced. */
export function variableTotal({ before, missing }: Pick<Billing, 'before' | 'missing'>): Micros | null {
  if (missing.length > 0) return null;
  return sumMicros(before.filter((line) => line.class === 'variable').map((line) => line.amount));
}

import type { PriceCharge } from '../charge.ts';
import { unitLines } from '../unit-lines.ts';

/** Rate x billed calls. */
export const perCall: PriceCharge<'per_call'> = (charge, billing) =>
  unitLines(charge, { count: (row) => row.billedCalls, perUnit: 1 }, billing);

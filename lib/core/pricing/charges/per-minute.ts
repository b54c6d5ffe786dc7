import type { PriceCharge } from '../charge.ts';
import { unitLines } from '../unit-lines.ts';

/** Rate / 60 x billed seconds; tiers are bounds on minutes. */
export const perMinute: PriceCharge<'per_minute'> = (charge, billing) =>
  unitLines(charge, { count: (row) => row.billedSeconds, perUnit: 60 }, billing);

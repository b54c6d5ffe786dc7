import type { ContractVersion, VendorCost } from '#contracts';
import { type Decimal, divideByDecimal, type Micros, micros, mulDiv, parseDecimal, parseMicros } from '#money';

/** A figure at the best guess of the vendor's wage (`value`), at its low end and at its high end. */
export type ByWage<T> = { value: T; low: T; high: T };

/** What a contract version assumes about the vendor, ready for exact arithmetic, in the contract's currency. */
export type VendorRates = {
  /** Labour cost of one millisecond of handle time, in micros, as a fraction. */
  perHandleMs: ByWage<{ num: bigint; den: bigint }>;
  overheadPerCall: Micros;
  /** 1 - target margin: the share of its fee that the vendor's cost may take. */
  costShare: Decimal;
};

/** One figure for each wage. */
export function byWage<T>(of: (wage: keyof ByWage<T>) => T): ByWage<T> {
  return { value: of('value'), low: of('low'), high: of('high') };
}

/**
 * Cost per handle second = agentHourly x load / 3600 / (occupancy x (1 - shrinkage)) (economics.md section 6), kept as
 * a fraction so that nothing is rounded before the handle time is known.
 */
function vendorRates(cost: VendorCost): VendorRates {
  const load = parseDecimal(cost.load);
  const occupancy = parseDecimal(cost.occupancy);
  const present = complement(parseDecimal(cost.shrinkage));
  const scale = (decimal: Decimal) => 10n ** BigInt(decimal.digits);
  const den = 3_600_000n * scale(load) * occupancy.value * present.value;
  const factor = load.value * scale(occupancy) * scale(present);
  return {
    perHandleMs: byWage((wage) => ({ num: parseMicros(cost.agentHourly[wage]) * factor, den })),
    overheadPerCall: parseMicros(cost.overheadPerCall),
    costShare: complement(parseDecimal(cost.targetMargin)),
  };
}

/** 1 - x. */
function complement({ value, digits }: Decimal): Decimal {
  return { value: 10n ** BigInt(digits) - value, digits };
}

/** What calls cost the vendor, split as the break-even handle time needs it, and the least it can live on. */
export type VendorBill = { labour: Micros; overhead: Micros; floor: Micros; floorOverhead: Micros };

/** The bill for a sum of handle time and a number of handled calls; each amount rounded once, to the micro. */
export function vendorBill(
  rates: VendorRates,
  wage: keyof ByWage<unknown>,
  { handleMs, handled }: { handleMs: number; handled: number },
): VendorBill {
  const { num, den } = rates.perHandleMs[wage];
  const labour = micros(mulDiv(BigInt(handleMs), num, den));
  const overhead = micros(rates.overheadPerCall * BigInt(handled));
  return {
    labour,
    overhead,
    floor: divideByDecimal(micros(labour + overhead), rates.costShare),
    floorOverhead: divideByDecimal(overhead, rates.costShare),
  };
}

/** The rates of every version that has an assumption about its vendor, by version id. */
export function vendorRatesById(versions: readonly ContractVersion[]): Map<string, VendorRates> {
  return new Map(versions.flatMap(({ id, vendorCost }) => (vendorCost ? [[id, vendorRates(vendorCost)]] : [])));
}

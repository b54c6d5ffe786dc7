import type { Charge, Contract, Rating } from '#contracts';
import { formatMicros, type Micros, micros, mulDiv, parseDecimal } from '#money';

/** The standard models of the trade, in the order of pricing-models.md section 2.1. */
export const models = [
  'per_call',
  'per_minute_30_6',
  'per_minute_60_60',
  'per_handle_hour',
  'per_logged_hour',
  'per_sale',
  'revenue_share',
] as const;
export type Model = (typeof models)[number];

const onHandleTime = { billable: 'handled', basis: 'handle', excludeShorterThanSeconds: 0, windows: [] } as const;

/** The two ways in which the standard models rate calls, both on handle time: 30 s then by 6 s, and whole minutes. */
export const standardRatings = {
  sixSeconds: { ...onHandleTime, windows: [], initialSeconds: 30, incrementSeconds: 6 },
  wholeMinutes: { ...onHandleTime, windows: [], initialSeconds: 60, incrementSeconds: 60 },
} satisfies Record<string, Rating>;

/** The agreed figures at which every model costs the same; a figure that is not known leaves its model out. */
export type ModelPlan = {
  ahtSeconds: number;
  /** Sales per handled call. */
  conversion: number | null;
  /** Currency units per handled call. */
  revenuePerCall: number | null;
};

/** What a model needs and the plan or the contract does not say; no share of revenue is more than all of it. */
export type ModelLack = 'conversion' | 'revenue' | 'occupancy' | 'share';

/** The one charge of a standard model. */
export function chargeOf(model: Model, rate: string): Charge {
  switch (model) {
    case 'per_call':
      return { kind: 'per_call', rate };
    case 'per_minute_30_6':
    case 'per_minute_60_60':
      return { kind: 'per_minute', rate };
    case 'per_handle_hour':
      return { kind: 'per_hour', basis: 'productive', rate };
    case 'per_logged_hour':
      return { kind: 'per_hour', basis: 'logged', rate };
    case 'per_sale':
      return { kind: 'per_outcome', outcome: 'sale', rate };
    case 'revenue_share':
      return { kind: 'revenue_share', percent: rate };
  }
}

type Agreed = { price: Micros; plan: ModelPlan; contract: Pick<Contract, 'vendorCost'> };

/** The rate, with at most six decimals, at which a planned call costs the price; or what is needed to know it. */
export function rateOf(model: Model, agreed: Agreed): { rate: string } | { lacks: ModelLack } {
  const found = exactRate(model, agreed);
  return 'lacks' in found ? found : { rate: formatMicros(micros(found.rate), 6).replace(/\.?0+$/, '') };
}

function exactRate(model: Model, { price, plan, contract }: Agreed): { rate: bigint } | { lacks: ModelLack } {
  const aht = millionths(plan.ahtSeconds);
  const perSecond = (seconds: bigint) => ({ rate: mulDiv(price, seconds * 1_000_000n, aht) });
  switch (model) {
    case 'per_call':
      return { rate: price };
    case 'per_minute_30_6':
    case 'per_minute_60_60':
      return perSecond(60n);
    case 'per_handle_hour':
      return perSecond(3600n);
    case 'per_logged_hour': {
      if (!contract.vendorCost) return { lacks: 'occupancy' };
      const { value, digits } = parseDecimal(contract.vendorCost.occupancy);
      return { rate: mulDiv(perSecond(3600n).rate, value, 10n ** BigInt(digits)) };
    }
    case 'per_sale':
      return plan.conversion
        ? { rate: mulDiv(price, 1_000_000n, millionths(plan.conversion)) }
        : { lacks: 'conversion' };
    case 'revenue_share': {
      if (!plan.revenuePerCall) return { lacks: 'revenue' };
      const percent = mulDiv(price, 100_000_000n, millionths(plan.revenuePerCall));
      return percent > 100_000_000n ? { lacks: 'share' } : { rate: percent };
    }
  }
}

function millionths(value: number): bigint {
  return BigInt(Math.round(value * 1e6));
}

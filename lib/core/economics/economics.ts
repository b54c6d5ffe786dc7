import type { Direction, Outcome } from '#calls';
import type { Micros } from '#money';
import type { Zone } from './zone.ts';

export type Grouping = 'vendor' | 'program' | 'call_type' | 'direction' | 'month' | 'week' | 'day';

/** The group's own values of the fields it is grouped by. `week` is its Monday, `callType` null = none given. */
export type GroupKey = {
  vendor?: string;
  program?: string;
  callType?: string | null;
  direction?: Direction;
  month?: string;
  week?: string;
  day?: string;
};

/**
 * A figure at the best guess of the vendor's wage (`value`), at the low end of the range it may lie in (`low`) and at
 * the high end (`high`): ends of the wage, not of the figure, so a vendor's margin is greater at `low`.
 */
export type Range = { value: number; low: number; high: number };

/** Where the vendor's floor and the client's ceiling would meet, so that one price is left that both can live with. */
export type MeetingPoint = {
  /** Handle time in seconds at which they would, at today's revenue per call; null where no handle time is short enough. */
  aht: Range | null;
  /** Revenue per handled call at which they would, at today's handle time; null where no revenue is enough. */
  revenuePerCall: Range | null;
};

/** Both books of one group in the reporting currency. Null = cannot be computed, never 0. */
export type Economics = {
  key: GroupKey;
  currency: string;
  counts: {
    calls: number;
    offered: number;
    attempted: number;
    handled: number;
    contact: number;
    abandoned: number;
    shortAbandoned: number;
    billed: number;
    /** Calls on which no contract was in force: no price. */
    withoutContract: number;
    outcomes: Record<Outcome, number>;
  };
  /** Over handled calls, in seconds; null where the vendor reports the part for none of them. */
  seconds: {
    wait: number | null;
    talk: number;
    hold: number | null;
    wrap: number | null;
    handle: number;
    billed: number;
  };
  money: { charges: Micros | null; revenue: Micros | null; contribution: Micros | null };
  /** The totals besides `money` that the figures per call come from; the vendor's at the best guess of its wage. */
  inputs: {
    otherCost: Micros | null;
    requiredMargin: Micros | null;
    labour: Micros | null;
    overhead: Micros | null;
    /** Labour and overhead over 1 - target margin. */
    floor: Micros | null;
  };
  /** Currency units per handled call, unrounded. */
  perCall: {
    cost: number | null;
    revenue: number | null;
    contribution: number | null;
    margin: number | null;
    vendorCost: Range | null;
    vendorMargin: Range | null;
    floor: Range | null;
    ceiling: number | null;
  };
  aht: number | null;
  /** The handle time at which the vendor's fee just pays its cost; negative where the fee does not pay its overhead. */
  breakEvenAht: Range | null;
  /** Where the zone of prices opens or closes; null where floor or ceiling is unknown. */
  meetingPoint: MeetingPoint | null;
  /** AHT by part, seconds per handled call; null = not reported. */
  ahtParts: { talk: number | null; hold: number | null; wrap: number | null };
  /** Share of handled calls of which the vendor reports the part; null without handled calls. AHT lacks the rest. */
  reported: { wait: number | null; hold: number | null; wrap: number | null };
  conversion: number | null;
  costRatio: number | null;
  costPerSale: number | null;
  serviceLevel: number | null;
  abandonRate: number | null;
  averageSpeedOfAnswer: number | null;
  zone: Zone | null;
  p50Handle: number | null;
  p90Handle: number | null;
  /** What the figures lack: each names what is unknown and why. */
  gaps: ('no_contract' | 'no_revenue' | 'no_vendor_cost' | 'no_inputs' | 'sales_without_revenue' | 'no_calls')[];
};

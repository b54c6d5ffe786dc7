import type { Line, Statement } from '#pricing';
import { monthPeriod } from '#time';

/** Which calls a list is of, as its address says it; what is left out is not asked for. */
export type CallsQuery = {
  /** Local days of each call's program, half-open. */
  from?: string;
  to?: string;
  vendor?: string;
  program?: string;
  /** Id of the contract version in force. */
  contract?: string;
  class?: string;
  billed?: 'yes' | 'no';
  outcome?: string;
  /** `contact`: an agent spoke with the person wanted. */
  state?: 'handled' | 'contact';
  type?: string;
  /** Only calls with a reported revenue. */
  revenue?: 'yes';
};

/** The address of the list of these calls. */
export function callsAddress(query: CallsQuery): string {
  return `/calls?${new URLSearchParams(query)}`;
}

/**
 * The calls behind a line of a vendor's statement: as many as the line's quantity where it counts calls, with its seconds
 * where it counts minutes. A line of tiers, or of an average, is behind all calls that were counted for it. Null for a
 * line of the month as a whole, which no call caused.
 */
export function callsOfLine(line: Line, { month }: Pick<Statement, 'month'>, vendor: string): CallsQuery | null {
  const counted = line.weight === null ? null : countedFor(line);
  return counted && { ...monthPeriod(month), vendor, contract: line.contractId, ...counted };
}

function countedFor({ charge, detail }: Line): CallsQuery | null {
  const ofClass = detail.rateClass === undefined ? {} : { class: detail.rateClass };
  switch (charge) {
    case 'per_call':
    case 'per_minute':
    case 'aht_collar':
      return { ...ofClass, billed: 'yes' };
    case 'surcharge':
      return detail.on?.includes('per_outcome') ? ofClass : { ...ofClass, billed: 'yes' };
    case 'per_hour':
      return { state: 'handled' };
    case 'per_outcome':
      return detail.outcome === 'contact' ? { state: 'contact' } : { outcome: detail.outcome ?? 'sale' };
    case 'revenue_share':
      return { revenue: 'yes' };
    default:
      return null;
  }
}

import type { Line } from '#pricing';

/** What reconciliation looks at of a statement's line. */
export type StatementLine = Pick<Line, 'id' | 'contractId' | 'charge' | 'detail' | 'quantity' | 'rate' | 'amount'>;

/** Whether the line's rate is a percent of an amount. */
export function isPercent({ charge, detail }: StatementLine): boolean {
  if (charge === 'surcharge') return (detail.on?.length ?? 0) > 0;
  return charge === 'revenue_share' || charge === 'bonus_malus';
}

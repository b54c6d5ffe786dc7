import { type Micros, micros } from '#money';

/** What later money is: the first three come in, the others go back. */
export const revenueKinds = ['sale', 'upsell', 'renewal', 'refund', 'cancellation', 'chargeback'] as const;
export type RevenueKind = (typeof revenueKinds)[number];

const incoming: ReadonlySet<RevenueKind> = new Set(['sale', 'upsell', 'renewal']);

/** Money that comes, or goes back, after a call. It names the call, or the customer whose last call it belongs to. */
export type RevenueEvent = {
  /** The vendor whose call it is, and in whose ids `eventId` and `callId` are; null = any vendor's. */
  vendor: string | null;
  /** The source's own id: the same id again is a correction, never a second event. */
  eventId: string;
  callId: string | null;
  /** Keyed hash of the customer reference, as calls have it. */
  customerRef: string | null;
  /** Null = of any program. */
  program: string | null;
  /** Milliseconds since the epoch. */
  occurredAt: number;
  kind: RevenueKind;
  /** Signed: what goes back is below 0. */
  amount: Micros;
  currency: string;
};

/** Whether money of this kind comes in. */
export function isIncoming(kind: RevenueKind): boolean {
  return incoming.has(kind);
}

/**
 * The signed amount of an event as its kind has it: what goes back may be written with or without a minus. Null for
 * money that comes in written below 0: it contradicts its kind.
 */
export function signedAmount(kind: RevenueKind, amount: Micros): Micros | null {
  if (isIncoming(kind)) return amount < 0n ? null : amount;
  return amount > 0n ? micros(-amount) : amount;
}

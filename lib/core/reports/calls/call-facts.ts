import { type Call, handleMs } from '#calls';
import type { Cell, Text } from '#format';
import { amount, say, seconds, text, unknown } from '../cells.ts';

/** One thing that is known of a call, or not known. */
export type CallFact = { id: string; label: Text; cell: Cell };

const words = (value: string | null): Cell => (value === null ? unknown() : text(value));
const ofMs = (ms: number | null): Cell => (ms === null ? unknown() : { kind: 'exact', cell: seconds(ms / 1000) });

/** What happened in a call, in the order in which it is asked; the customer's reference is not among it. */
export function callFacts(call: Omit<Call, 'customerRef'>, zone: string): CallFact[] {
  const cells: Record<string, Cell> = {
    start: { kind: 'instant', ms: call.startedAt, zone },
    zone: text(zone),
    direction: say(`directions.${call.direction}`),
    type: words(call.callType),
    outcome: say(`calls.outcomes.${call.outcome}`),
    disposition: words(call.disposition),
    agent: words(call.agent),
    wait: ofMs(call.waitMs),
    talk: ofMs(call.talkMs),
    hold: ofMs(call.holdMs),
    wrap: ofMs(call.wrapMs),
    handle: ofMs(handleMs(call)),
    revenue: amount(call.revenue, call.currency),
  };
  return Object.entries(cells).map(([id, cell]) => ({ id, label: { key: `calls.columns.${id}` }, cell }));
}

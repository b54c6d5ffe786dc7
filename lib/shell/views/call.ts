import { requirePermission } from '#auth';
import type { Call } from '#calls';
import { type ContractVersion, contractSpans } from '#contracts';
import {
  callsBefore,
  eventsOfCall,
  type FoundCall,
  findCall,
  type ListedEvent,
  listPrograms,
  listVendors,
  listVersions,
  type Session,
} from '#db';
import type { Text } from '#format';
import { type Micros, micros } from '#money';
import { previousBillable, type Rated, rate } from '#rating';
import { type CallFact, callFacts, callRevenue, callTrace, type Table } from '#reports';
import { netRevenue } from '#revenue';
import { isDemonstration } from './demonstration.ts';

/**
 * One call with its rating: what was billed of it under which contract version, or why nothing was; and its later revenue
 * with what it comes to in all (null = none reported).
 */
export type CallView = FoundCall & {
  contract: ContractVersion | null;
  rated: Rated | null;
  events: ListedEvent[];
  netRevenue: Micros | null;
};

/** One call by vendor code and the vendor's own id; null where there is none. */
export async function callView(session: Session, vendor: string, callId: string): Promise<CallView | null> {
  requirePermission(session, 'view', 'calls');
  const found = await findCall(session.database, vendor, callId);
  if (!found) return null;
  const { call } = found;
  const events = await eventsOfCall(session.database, vendor, callId);
  const view = { ...found, events, netRevenue: netRevenue(call.revenue, netOf(events)) };
  const versions = await listVersions(session.database);
  const spans = contractSpans(versions, vendor, call.program);
  const versionAt = ({ startedAt }: Call) => {
    const span = spans.find(({ from, to }) => from <= startedAt && startedAt < to);
    return versions.find(({ id }) => id === span?.contractId) ?? null;
  };
  const contract = versionAt(call);
  if (!contract) return { ...view, contract, rated: null };
  const hours = contract.rating.excludeRepeatsWithinHours;
  const before = hours === undefined ? [] : await callsBefore(session.database, call, hours);
  const previous = previousBillable([...before, call], versionAt).get(call);
  return { ...view, contract, rated: rate(call, contract, previous) };
}

function netOf(events: readonly ListedEvent[]): Micros | null {
  return events.length === 0 ? null : micros(events.reduce((sum, { amount }) => sum + amount, 0n));
}

/** One call as its page shows it: what happened, how it was rated, and the row of a file that it came from. */
export type CallPageView = {
  vendor: { code: string; name: string };
  program: string;
  callId: string;
  facts: CallFact[];
  trace: Text[];
  contractId: string | null;
  /** Its later revenue; null without any event. */
  revenue: Table | null;
  source: FoundCall['source'];
  demonstration: boolean;
};

/** The page of one call; null where there is none of this id. */
export async function callPage(session: Session, code: string, callId: string): Promise<CallPageView | null> {
  const view = await callView(session, code, callId);
  if (!view) return null;
  const { call, contract, rated, source, events } = view;
  const vendor = (await listVendors(session.database)).find((own) => own.code === code);
  const program = (await listPrograms(session.database)).find((own) => own.code === call.program);
  const zone = contract?.timezone ?? program?.timezone ?? 'UTC';
  return {
    vendor: { code, name: vendor?.name ?? code },
    program: program?.name ?? call.program,
    callId,
    facts: callFacts(call, zone),
    trace: callTrace(call, contract, rated),
    contractId: contract?.id ?? null,
    revenue: events.length === 0 ? null : callRevenue(call, events, { net: view.netRevenue, zone }),
    source,
    demonstration: vendor !== undefined && isDemonstration([vendor]),
  };
}

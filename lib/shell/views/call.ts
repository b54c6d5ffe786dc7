import { requirePermission } from '#auth';
import type { Call } from '#calls';
import { type ContractVersion, contractSpans } from '#contracts';
import { callsBefore, type FoundCall, findCall, listPrograms, listVendors, listVersions, type Session } from '#db';
import type { Text } from '#format';
import { previousBillable, type Rated, rate } from '#rating';
import { type CallFact, callFacts, callTrace } from '#reports';
import { isDemonstration } from './demonstration.ts';

/** One call with its rating: what was billed of it under which contract version, or why nothing was. */
export type CallView = FoundCall & { contract: ContractVersion | null; rated: Rated | null };

/** One call by vendor code and the vendor's own id; null where there is none. */
export async function callView(session: Session, vendor: string, callId: string): Promise<CallView | null> {
  requirePermission(session, 'view', 'calls');
  const found = await findCall(session.database, vendor, callId);
  if (!found) return null;
  const { call } = found;
  const versions = await listVersions(session.database);
  const spans = contractSpans(versions, vendor, call.program);
  const versionAt = ({ startedAt }: Call) => {
    const span = spans.find(({ from, to }) => from <= startedAt && startedAt < to);
    return versions.find(({ id }) => id === span?.contractId) ?? null;
  };
  const contract = versionAt(call);
  if (!contract) return { ...found, contract, rated: null };
  const hours = contract.rating.excludeRepeatsWithinHours;
  const before = hours === undefined ? [] : await callsBefore(session.database, call, hours);
  const previous = previousBillable([...before, call], versionAt).get(call);
  return { ...found, contract, rated: rate(call, contract, previous) };
}

/** One call as its page shows it: what happened, how it was rated, and the row of a file that it came from. */
export type CallPageView = {
  vendor: { code: string; name: string };
  program: string;
  callId: string;
  facts: CallFact[];
  trace: Text[];
  contractId: string | null;
  source: FoundCall['source'];
  demonstration: boolean;
};

/** The page of one call; null where there is none of this id. */
export async function callPage(session: Session, code: string, callId: string): Promise<CallPageView | null> {
  const view = await callView(session, code, callId);
  if (!view) return null;
  const { call, contract, rated, source } = view;
  const vendor = (await listVendors(session.database)).find((own) => own.code === code);
  const program = (await listPrograms(session.database)).find((own) => own.code === call.program);
  return {
    vendor: { code, name: vendor?.name ?? code },
    program: program?.name ?? call.program,
    callId,
    facts: callFacts(call, contract?.timezone ?? program?.timezone ?? 'UTC'),
    trace: callTrace(call, contract, rated),
    contractId: contract?.id ?? null,
    source,
    demonstration: vendor !== undefined && isDemonstration([vendor]),
  };
}

import { requirePermission } from '#auth';
import type { Call } from '#calls';
import { type ContractVersion, contractSpans } from '#contracts';
import { callsBefore, type FoundCall, findCall, listVersions, type Session } from '#db';
import { previousBillable, type Rated, rate } from '#rating';

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

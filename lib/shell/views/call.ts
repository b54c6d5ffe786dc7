import { requirePermission } from '#auth';
import { type ContractVersion, contractSpans } from '#contracts';
import { type FoundCall, findCall, listVersions, type Session } from '#db';
import { type Rated, rate } from '#rating';

/** One call with its rating: what was billed of it under which contract version, or why nothing was. */
export type CallView = FoundCall & { contract: ContractVersion | null; rated: Rated | null };

/** One call by vendor code and the vendor's own id; null where there is none. */
export async function callView(session: Session, vendor: string, callId: string): Promise<CallView | null> {
  requirePermission(session, 'view', 'calls');
  const found = await findCall(session.database, vendor, callId);
  if (!found) return null;
  const { call } = found;
  const versions = await listVersions(session.database);
  const span = contractSpans(versions, vendor, call.program).find(
    ({ from, to }) => from <= call.startedAt && call.startedAt < to,
  );
  const contract = versions.find(({ id }) => id === span?.contractId) ?? null;
  return { ...found, contract, rated: contract && rate(call, contract) };
}

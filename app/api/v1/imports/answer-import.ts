import { OperationError } from '#operations';
import { batchQuality, batchSummary, type Session } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { importAddress, importJson } from './import-json.ts';

/** Answers with an import as it is now. Throws OperationError where there is none. */
export async function answerImport(session: Session, id: string, status = 200): Promise<Response> {
  const batch = await batchSummary(session, id);
  if (!batch) throw new OperationError('not_found', `there is no import ${id}`);
  const body = importJson(batch, await batchQuality(session, id), await getSay());
  const headers = { 'cache-control': 'no-store', ...(status === 200 ? {} : { location: importAddress(id) }) };
  return Response.json(body, { status, headers });
}

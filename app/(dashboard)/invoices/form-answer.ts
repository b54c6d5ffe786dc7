import { OperationError } from '#operations';
import { getSay } from '../../_components/report/say.ts';
import { problem } from '../../_request/problem.ts';
import { refusal, refused } from '../../_request/refusal.ts';

const statuses = { not_found: 404, conflict: 409, validation: 422, precondition_failed: 412 };

/** Does what a form asks for and answers with what came of it, or with problem details and each fault at its field. */
export async function formAnswer(request: Request, work: () => Promise<unknown>): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    return Response.json((await work()) ?? {});
  } catch (error) {
    return error instanceof OperationError && error.issues.length > 0 ? faults(error) : problem(error);
  }
}

/** Problem details (RFC 9457) with each fault at its field. */
async function faults({ message, issues, refusal: kind }: OperationError): Promise<Response> {
  const say = await getSay();
  const said = issues.map(({ path, message: text }) => ({
    field: path,
    message: typeof text === 'string' ? text : say(text),
  }));
  const body = { type: 'about:blank', status: statuses[kind], detail: message, faults: said };
  return Response.json(body, { status: statuses[kind], headers: { 'content-type': 'application/problem+json' } });
}

import { OperationError, recordInput, recordRate } from '#operations';
import { openSession } from '#views';
import { inputsQuery } from '../../../_components/inputs/inputs-query.ts';
import { getSay } from '../../../_components/report/say.ts';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';
import { bodyOf } from '../body.ts';

/** Takes one row as a form sends it; its faults come back with their fields. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    const { sort } = inputsQuery(Object.fromEntries(new URL(request.url).searchParams));
    const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(await bodyOf(request))));
    const session = await openSession();
    return Response.json(await (sort === 'rates' ? recordRate(session, fields) : recordInput(session, sort, fields)));
  } catch (error) {
    return error instanceof OperationError && error.issues.length > 0 ? faults(error) : problem(error);
  }
}

/** Problem details (RFC 9457) with each fault at its field; '' is the form as a whole. */
async function faults({ message, issues }: OperationError): Promise<Response> {
  const say = await getSay();
  const body = {
    type: 'about:blank',
    status: 422,
    detail: message,
    faults: issues.map(({ path, message: text }) => ({
      field: path,
      message: typeof text === 'string' ? text : say(text),
    })),
  };
  return Response.json(body, { status: 422, headers: { 'content-type': 'application/problem+json' } });
}

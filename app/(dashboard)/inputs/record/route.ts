import { recordInput, recordRate } from '#operations';
import { openSession } from '#views';
import { inputsQuery } from '../../../_components/inputs/inputs-query.ts';
import { formAnswer } from '../../../_request/form-answer.ts';
import { bodyOf } from '../body.ts';

/** Takes one row as a form sends it. */
export function POST(request: Request): Promise<Response> {
  return formAnswer(request, async () => {
    const { sort } = inputsQuery(Object.fromEntries(new URL(request.url).searchParams));
    const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(await bodyOf(request))));
    const session = await openSession();
    return sort === 'rates' ? recordRate(session, fields) : recordInput(session, sort, fields);
  });
}

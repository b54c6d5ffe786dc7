import { type InputFile, importInputs, importRates } from '#operations';
import { type InputSort, openSession, type Session } from '#views';
import { inputsQuery } from '../../../_components/inputs/inputs-query.ts';
import { getSay } from '../../../_components/report/say.ts';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';
import { bodyOf } from '../body.ts';

/** Takes the request's body as a file of inputs, whole or not at all. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  const parameters = new URL(request.url).searchParams;
  try {
    const { sort } = inputsQuery(Object.fromEntries(parameters));
    const { warnings, ...counts } = await take(await openSession(), sort, {
      bytes: await bodyOf(request),
      fileName: parameters.get('fileName')?.trim() || 'upload',
      vendor: parameters.get('vendor')?.trim() || null,
    });
    return Response.json({ ...counts, warnings: warnings.map(await getSay()) });
  } catch (error) {
    return problem(error);
  }
}

async function take(session: Session, sort: InputSort, file: InputFile): ReturnType<typeof importInputs> {
  if (sort !== 'rates') return importInputs(session, sort, file);
  const { rates, inserted, updated } = await importRates(session, file);
  return { rows: rates, inserted, updated, unchanged: rates - inserted - updated, warnings: [] };
}

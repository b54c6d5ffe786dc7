import { type InputFile, importInputs, importRates } from '#operations';
import { type InputSort, openSession, type Session } from '#views';
import { inputsQuery } from '../../../_components/inputs/inputs-query.ts';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { bodyOf } from '../body.ts';

/** Takes the request's body as a file of inputs, whole or not at all. */
export function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  return answer(request, async () => {
    const { sort } = inputsQuery(Object.fromEntries(parameters));
    const { warnings, ...counts } = await take(await openSession(), sort, {
      bytes: await bodyOf(request),
      fileName: parameters.get('fileName')?.trim() || 'upload',
      vendor: parameters.get('vendor')?.trim() || null,
    });
    return Response.json({ ...counts, warnings: warnings.map(await getSay()) });
  });
}

async function take(session: Session, sort: InputSort, file: InputFile): ReturnType<typeof importInputs> {
  if (sort !== 'rates') return importInputs(session, sort, file);
  const { rates, inserted, updated } = await importRates(session, file);
  return { rows: rates, inserted, updated, unchanged: rates - inserted - updated, warnings: [] };
}

import { importRevenue } from '#operations';
import { openSession } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { bodyOf } from '../../inputs/body.ts';

/** As many events as a file may have. */
const MOST_MEGABYTES = 128;

/** Takes the request's body as a file of revenue events, whole or not at all. */
export function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const given = (name: string) => parameters.get(name)?.trim() || null;
  return answer(request, async () => {
    const { warnings, ...result } = await importRevenue(await openSession(), {
      bytes: await bodyOf(request, MOST_MEGABYTES),
      fileName: given('fileName') ?? 'upload',
      vendor: given('vendor'),
      timezone: null,
    });
    return Response.json({ ...result, warnings: warnings.map(await getSay()) });
  });
}

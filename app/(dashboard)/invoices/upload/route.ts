import { importInvoices } from '#operations';
import { openSession } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { answer } from '../../../_request/answer.ts';
import { bodyOf } from '../../inputs/body.ts';

/** Takes the request's body as a file of invoices, whole or not at all. */
export function POST(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  return answer(request, async () => {
    const { warnings, ...taken } = await importInvoices(await openSession(), {
      bytes: await bodyOf(request),
      fileName: parameters.get('fileName')?.trim() || 'upload',
      vendor: null,
      replace: parameters.get('replace') === 'yes',
    });
    return Response.json({ ...taken, warnings: warnings.map(await getSay()) });
  });
}

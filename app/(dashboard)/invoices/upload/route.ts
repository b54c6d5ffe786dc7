import { importInvoices } from '#operations';
import { openSession } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { problem } from '../../../_request/problem.ts';
import { refusal, refused } from '../../../_request/refusal.ts';
import { bodyOf } from '../../inputs/body.ts';

/** Takes the request's body as a file of invoices, whole or not at all. */
export async function POST(request: Request): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  const parameters = new URL(request.url).searchParams;
  try {
    const { warnings, ...taken } = await importInvoices(await openSession(), {
      bytes: await bodyOf(request),
      fileName: parameters.get('fileName')?.trim() || 'upload',
      vendor: null,
      replace: parameters.get('replace') === 'yes',
    });
    return Response.json({ ...taken, warnings: warnings.map(await getSay()) });
  } catch (error) {
    return problem(error);
  }
}

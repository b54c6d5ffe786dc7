import { importPreview, openSession } from '#views';
import { saidPreview } from '../../../../_components/imports/draft/said-preview.ts';
import { getSay } from '../../../../_components/report/say.ts';
import { answer } from '../../../../_request/answer.ts';
import { missing } from '../../../../_request/problem.ts';
import { askedOf } from '../../asked-of.ts';

/** What a delivery that waits would become, read as the page asks, or as it was sent. Changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answer(request, async () => {
    const preview = await importPreview(await openSession(), id, await askedOf(request));
    if (!preview) return missing(`no import ${id}, or its files are no longer kept`);
    return Response.json(saidPreview(preview, await getSay()), { headers: { 'cache-control': 'no-store' } });
  });
}

import { deleteScenario } from '#operations';
import { openSession } from '#views';
import { answer } from '../../../../_request/answer.ts';

type Context = { params: Promise<{ id: string }> };

/** Forgets a scenario. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    await deleteScenario(await openSession(), (await params).id);
    return new Response(null, { status: 204 });
  });
}

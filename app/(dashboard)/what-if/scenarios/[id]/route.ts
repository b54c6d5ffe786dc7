import { deleteScenario } from '#operations';
import { openSession } from '#views';
import { problem } from '../../../../_request/problem.ts';
import { refusal, refused } from '../../../../_request/refusal.ts';

type Context = { params: Promise<{ id: string }> };

/** Forgets a scenario. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    await deleteScenario(await openSession(), (await params).id);
    return new Response(null, { status: 204 });
  } catch (error) {
    return problem(error);
  }
}

import { OperationError, type ScenarioInput, saveScenario } from '#operations';
import { openSession } from '#views';
import { answer } from '../../../_request/answer.ts';

/** Keeps the proposed terms of a page under a name. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const input = scenarioOf(await request.json().catch(() => null));
    return Response.json(await saveScenario(await openSession(), input), { status: 201 });
  });
}

function scenarioOf(body: unknown): ScenarioInput {
  if (body === null || typeof body !== 'object') throw new OperationError('validation', 'the scenario is not JSON');
  const own = body as Record<string, unknown>;
  const text = (name: string) => (typeof own[name] === 'string' ? own[name] : '');
  const program = typeof own.program === 'string' ? own.program : null;
  const named = { name: text('name'), vendor: text('vendor'), from: text('from'), to: text('to') };
  return { ...named, program, contract: own.contract };
}

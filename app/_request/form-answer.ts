import { OperationError } from '#operations';
import { getSay } from '../_components/report/say.ts';
import { answer } from './answer.ts';
import { problem, statuses } from './problem.ts';
import { problemDetails } from './problem-details.ts';

/** Does what a form asks for and answers with what came of it, or with problem details and each fault at its field. */
export function formAnswer(request: Request, work: () => Promise<unknown>): Promise<Response> {
  return answer(request, async () => Response.json((await work()) ?? {}), formProblem);
}

async function formProblem(error: unknown): Promise<Response> {
  if (!(error instanceof OperationError) || error.issues.length === 0) return problem(error);
  const say = await getSay();
  const faults = error.issues.map(({ path, message }) => ({
    field: path,
    message: typeof message === 'string' ? message : say(message),
  }));
  return problemDetails({ status: statuses[error.refusal], detail: error.message, faults });
}

import { problem } from './problem.ts';
import { refusal, refused } from './refusal.ts';

/**
 * Answers a request that sends something: refuses it where it must be refused, else does the work. An error becomes
 * problem details.
 */
export async function answer(
  request: Request,
  work: () => Promise<Response>,
  failed: (error: unknown) => Promise<Response> = problem,
): Promise<Response> {
  const reason = refusal(request);
  if (reason) return refused(reason);
  try {
    return await work();
  } catch (error) {
    return failed(error);
  }
}

import { openSession } from '#views';
import { problem } from '../../../_request/problem.ts';

export const dynamic = 'force-dynamic';

/** The process answers and so does its database. */
export async function GET(): Promise<Response> {
  try {
    await openSession();
    return Response.json({ status: 'ready' });
  } catch (error) {
    return problem(error);
  }
}

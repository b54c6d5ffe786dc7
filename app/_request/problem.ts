import { ForbiddenError } from '#auth';
import { OperationError, type Refusal, UnusableFileError } from '#operations';

const statuses: Record<Refusal, number> = { not_found: 404, conflict: 409, validation: 422, precondition_failed: 412 };

type Problem = { status: number; title: string; detail: string; errors?: string[] };

function problemOf(error: unknown): Problem {
  if (error instanceof UnusableFileError)
    return { status: 422, title: 'The file cannot be used', detail: error.message };
  if (error instanceof OperationError) {
    const errors = error.issues.map(({ path, message }) => `${path}: ${message}`);
    return { status: statuses[error.refusal], title: 'Nothing was changed', detail: error.message, errors };
  }
  if (error instanceof ForbiddenError) return { status: 403, title: 'Forbidden', detail: error.message };
  const reference = crypto.randomUUID();
  process.stderr.write(`${reference} ${error instanceof Error ? error.stack : String(error)}\n`);
  return { status: 500, title: 'Something failed on our side', detail: `Nothing was changed. Reference ${reference}.` };
}

/** Any error of an operation or view as problem details (RFC 9457). */
export function problem(error: unknown): Response {
  const { status, ...rest } = problemOf(error);
  const body = { type: 'about:blank', status, ...rest };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** There is nothing at this address. */
export function missing(detail: string): Response {
  return problem(new OperationError('not_found', detail));
}

import { getTranslations } from 'next-intl/server';
import { ForbiddenError } from '#auth';
import { OperationError, type Refusal, UnusableFileError } from '#operations';
import { getSay } from '../_components/report/say.ts';
import { type ProblemDetails, problemDetails } from './problem-details.ts';

/** The HTTP status of each refusal of an operation. */
export const statuses: Record<Refusal, number> = {
  not_found: 404,
  conflict: 409,
  validation: 422,
  precondition_failed: 412,
};

async function problemOf(error: unknown): Promise<ProblemDetails> {
  const [t, say] = [await getTranslations('ui.problem'), await getSay()];
  if (error instanceof UnusableFileError) return { status: 422, title: t('unusableFile'), detail: say(error.sentence) };
  if (error instanceof OperationError) {
    const errors = error.issues.map(
      ({ path, message }) => `${path}: ${typeof message === 'string' ? message : say(message)}`,
    );
    const title = error.refusal === 'not_found' ? t('missing') : t('unchanged');
    return { status: statuses[error.refusal], title, detail: error.message, errors };
  }
  if (error instanceof ForbiddenError) return { status: 403, title: t('forbidden'), detail: error.message };
  const reference = crypto.randomUUID();
  process.stderr.write(`${reference} ${error instanceof Error ? error.stack : String(error)}\n`);
  return { status: 500, title: t('failed'), detail: t('reference', { reference }) };
}

/** Any error of an operation or view as problem details (RFC 9457). */
export async function problem(error: unknown): Promise<Response> {
  return problemDetails(await problemOf(error));
}

/** There is nothing at this address. */
export function missing(detail: string): Promise<Response> {
  return problem(new OperationError('not_found', detail));
}

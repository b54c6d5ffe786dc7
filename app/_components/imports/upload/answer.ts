import type { SendFailure } from '../../inputs/send.ts';

/** What a request was answered: what came of it, or why nothing did. */
export type Answer<Result> = { ok: true; result: Result } | { ok: false; failure: SendFailure };

/** Reads an answer; status 0 is no answer at all. A body that cannot be read says nothing. */
export function answerOf<Result>(status: number, responseText: string): Answer<Result> {
  const body = parsed(responseText);
  if (status >= 200 && status < 300 && body) return { ok: true, result: body as Result };
  const { title, detail, errors, faults } = (body ?? {}) as Record<string, unknown>;
  const failure = {
    status,
    title: text(title),
    detail: text(detail),
    errors: sentences(errors),
    faults: faulty(faults),
  };
  return { ok: false, failure };
}

function parsed(json: string): object | null {
  try {
    const body: unknown = JSON.parse(json);
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sentences(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => text(error) ?? text(Object(error).detail) ?? JSON.stringify(error));
}

function faulty(faults: unknown): SendFailure['faults'] {
  return Array.isArray(faults)
    ? faults.filter(({ field, message }) => text(field) !== null && text(message) !== null)
    : [];
}

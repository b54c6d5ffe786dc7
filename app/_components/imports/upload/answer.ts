import type { SaidBatch } from './said-batch.ts';

export type UploadResult =
  | { kind: 'done'; batch: SaidBatch }
  /** `detail` and `errors` as the server said them; null where it said nothing. */
  | { kind: 'failed'; title: string | null; detail: string | null; errors: string[]; status: number };

/** What the answer to an upload says; status 0 is no answer at all. A body that cannot be read says nothing. */
export function uploadResult(status: number, responseText: string): UploadResult {
  const body = parsed(responseText);
  if (status >= 200 && status < 300 && body.batch) return { kind: 'done', batch: body.batch as SaidBatch };
  const { title, detail, errors } = body;
  return { kind: 'failed', title: text(title), detail: text(detail), errors: sentences(errors), status };
}

function parsed(json: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sentences(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => text(error) ?? text(Object(error).detail) ?? JSON.stringify(error));
}

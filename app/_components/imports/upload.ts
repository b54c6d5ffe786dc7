import type { BatchSummary } from '#views';

export type UploadInput = { vendor: string; program: string | null; timezone: string; file: File };

export type UploadResult =
  | { kind: 'done'; batch: BatchSummary }
  /** `detail` and `errors` as the server said them; null where it said nothing. */
  | { kind: 'failed'; title: string | null; detail: string | null; errors: string[]; status: number };

type Watch = { sent: (share: number) => void; progress: (batch: BatchSummary) => void };

const POLL_MS = 400;

/**
 * Sends a file as the body of one request and asks meanwhile how far its import has come. XMLHttpRequest, because fetch
 * does not tell how much of a body has been sent.
 */
export async function upload(input: UploadInput, watch: Watch): Promise<UploadResult> {
  const id = crypto.randomUUID();
  let over = false;
  const watching = follow(id, () => over, watch.progress);
  try {
    return await send(id, input, watch.sent);
  } finally {
    over = true;
    await watching;
  }
}

function send(
  id: string,
  { vendor, program, timezone, file }: UploadInput,
  sent: Watch['sent'],
): Promise<UploadResult> {
  const query = new URLSearchParams({ id, vendor, timezone, fileName: file.name, ...(program && { program }) });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/upload?${query}`);
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => sent(1);
    request.onload = () => resolve(answer(request));
    request.onerror = () => resolve({ kind: 'failed', title: null, detail: null, errors: [], status: 0 });
    request.send(file);
  });
}

function answer({ status, responseText }: XMLHttpRequest): UploadResult {
  const body = parsed(responseText);
  if (status >= 200 && status < 300 && body.batch) return { kind: 'done', batch: body.batch as BatchSummary };
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

/** A missed answer is no matter: the next one says more, and the upload itself says how it ended. */
async function follow(id: string, over: () => boolean, progress: Watch['progress']): Promise<void> {
  while (!over()) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (over()) return;
    const response = await fetch(`/imports/${id}/progress`, { cache: 'no-store' }).catch(() => null);
    if (response?.ok && !over()) progress((await response.json()) as BatchSummary);
  }
}

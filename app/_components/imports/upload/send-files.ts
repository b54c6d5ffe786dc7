import type { SaidBatch } from './said-batch.ts';
import { type UploadResult, uploadResult } from './upload-result.ts';

export type UploadInput = { vendor: string; program: string | null; timezone: string; file: File };

type Watch = { sent: (share: number) => void; progress: (batch: SaidBatch) => void };

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
    request.onload = () => resolve(uploadResult(request.status, request.responseText));
    request.onerror = () => resolve(uploadResult(0, ''));
    request.send(file);
  });
}

/** A missed answer is no matter: the next one says more, and the upload itself says how it ended. */
async function follow(id: string, over: () => boolean, progress: Watch['progress']): Promise<void> {
  while (!over()) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (over()) return;
    const response = await fetch(`/imports/${id}/progress`, { cache: 'no-store' }).catch(() => null);
    if (response?.ok && !over()) progress((await response.json()) as SaidBatch);
  }
}

import { type Answer, answerOf } from './answer.ts';

/** Whose log is sent, and what its reader must know besides. */
export type Scope = {
  vendor: string;
  program: string | null;
  timezone: string;
  /** The import whose mapping of columns is used again. */
  like: string | null;
};

/**
 * Sends the files of one delivery, one behind the other in the body of one request, and says what part is sent.
 * XMLHttpRequest, because fetch does not tell how much of a body has been sent.
 */
export function sendFiles(
  files: readonly File[],
  { id, scope, sent }: { id: string; scope: Scope; sent: (share: number) => void },
): Promise<Answer<{ id: string }>> {
  const { vendor, program, timezone, like } = scope;
  const query = new URLSearchParams({ id, vendor, timezone, ...(program && { program }), ...(like && { like }) });
  for (const { name, size } of files) {
    query.append('file', name);
    query.append('size', String(size));
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/upload?${query}`);
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => sent(1);
    request.onload = () => resolve(answerOf(request.status, request.responseText));
    request.onerror = () => resolve(answerOf(0, ''));
    request.send(new Blob([...files]));
  });
}

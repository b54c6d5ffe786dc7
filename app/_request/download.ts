/** A file for the browser to keep, whole or as it is written; CSV unless said otherwise. */
export function download(
  fileName: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  contentType = 'text/csv; charset=utf-8',
): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': attachment(fileName),
      'cache-control': 'no-store',
    },
  });
}

/** The name as old and as new browsers read it (RFC 6266): in ASCII, and whole where that is not the same. */
function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\w.~-]/g, '_');
  const whole = ascii === fileName ? '' : `; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`;
  return `attachment; filename="${ascii}"${whole}`;
}

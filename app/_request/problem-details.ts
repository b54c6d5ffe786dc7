/** What is wrong, as RFC 9457 has it; `errors` are sentences, and each of `faults` is of a form's field or of none (''). */
export type ProblemDetails = {
  status: number;
  title?: string;
  detail: string;
  errors?: string[];
  faults?: { field: string; message: string }[];
};

/** An answer that says what is wrong. */
export function problemDetails({ status, ...details }: ProblemDetails): Response {
  const headers = { 'content-type': 'application/problem+json' };
  return Response.json({ type: 'about:blank', status, ...details }, { status, headers });
}

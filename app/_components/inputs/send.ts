/** What a request that changes something was answered: what came of it, or why nothing did. */
export type Sent<Result> = { ok: true; result: Result } | ({ ok: false } & SendFailure);

/** `title` and `detail` as the server said them, null where it said nothing; each fault is of a field, or of none (''). */
export type SendFailure = {
  status: number;
  title: string | null;
  detail: string | null;
  errors: string[];
  faults: { field: string; message: string }[];
};

/** Sends a body and reads the answer; status 0 is no answer at all. */
export async function send<Result>(address: string, body: BodyInit): Promise<Sent<Result>> {
  const response = await fetch(address, { method: 'POST', body }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, result: answer as Result };
  const { title, detail, errors, faults } = Object(answer) as Partial<SendFailure>;
  return {
    ok: false,
    status: response?.status ?? 0,
    title: title ?? null,
    detail: detail ?? null,
    errors: errors ?? [],
    faults: faults ?? [],
  };
}

/** What became of one declared thing. */
type Change = {
  what: 'organisation' | 'vendor' | 'program' | 'contract' | 'outcomes';
  name: string;
  change: 'created' | 'changed' | 'unchanged';
};

/** How applying a file ended; `title` and `detail` as the server said them, null where it said nothing. */
export type Applied =
  | { kind: 'done'; changes: Change[]; days: number }
  | { kind: 'failed'; title: string | null; detail: string | null; errors: string[] };

/** Sends a declaration to be applied. */
export async function applyFile(file: File): Promise<Applied> {
  const query = new URLSearchParams({ fileName: file.name });
  const response = await fetch(`/contracts/import?${query}`, { method: 'POST', body: file }).catch(() => null);
  const body = (await response?.json().catch(() => null)) ?? null;
  if (response?.ok && body) return { kind: 'done', ...(body as { changes: Change[]; days: number }) };
  const {
    title = null,
    detail = null,
    errors = [],
  } = (body ?? {}) as { title?: string; detail?: string; errors?: string[] };
  return { kind: 'failed', title, detail, errors };
}

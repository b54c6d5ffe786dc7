import type { Fault } from './faults.ts';

/** How saving ended: the job that does it, the faults that the server found, or why it came to nothing. */
export type Saved =
  | { kind: 'queued'; job: string }
  | { kind: 'refused'; faults: Fault[] }
  | { kind: 'failed'; detail: string | null };

/** Asks for the terms to be put in force. */
export async function saveTerms(body: string): Promise<Saved> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/contracts/save', { method: 'POST', headers, body }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Record<string, unknown> | null | undefined;
  if (response?.ok && typeof answer?.job === 'string') return { kind: 'queued', job: answer.job };
  if (response?.status === 422 && Array.isArray(answer?.faults))
    return { kind: 'refused', faults: answer.faults as Fault[] };
  return { kind: 'failed', detail: typeof answer?.detail === 'string' ? answer.detail : null };
}

import type { SaidJob } from './said-job.ts';

/** What a page knows of a job: nothing yet, what the server says, that there is none, that the server is silent. */
export type Followed = { job: SaidJob | null; trouble: 'missing' | 'lost' | null };

const POLL_MS = 400;
const SILENT_MS = 2_000;

const isOver = ({ status }: SaidJob) => status === 'done' || status === 'failed';

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Asks how a job is until it has ended or nobody watches; a server that does not answer is asked less often. */
export async function followJob(
  id: string,
  { signal, tell }: { signal: AbortSignal; tell: (followed: Followed) => void },
): Promise<void> {
  let job: SaidJob | null = null;
  while (!signal.aborted) {
    const response = await fetch(`/jobs/${id}/progress`, { cache: 'no-store', signal }).catch(() => null);
    if (signal.aborted) return;
    if (response?.status === 404) return tell({ job, trouble: 'missing' });
    const answer = response?.ok ? ((await response.json().catch(() => null)) as SaidJob | null) : null;
    if (signal.aborted) return;
    job = answer ?? job;
    tell({ job, trouble: answer ? null : 'lost' });
    if (answer && isOver(answer)) return;
    await pause(answer ? POLL_MS : SILENT_MS, signal);
  }
}

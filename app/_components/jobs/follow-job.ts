import { follow } from './follow.ts';
import type { SaidJob } from './said-job.ts';

/** What a page knows of a job: nothing yet, what the server says, that there is none, that the server is silent. */
export type Followed = { job: SaidJob | null; trouble: 'missing' | 'lost' | null };

const isOver = ({ status }: SaidJob) => status === 'done' || status === 'failed';

/** Asks how a job is until it has ended or nobody watches. */
export function followJob(
  id: string,
  { signal, tell }: { signal: AbortSignal; tell: (followed: Followed) => void },
): Promise<void> {
  return follow<SaidJob>(`/jobs/${id}/progress`, {
    signal,
    tell: ({ said, trouble }) => tell({ job: said, trouble }),
    isOver,
  });
}

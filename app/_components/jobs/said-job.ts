import type { Say } from '#format';
import type { JobView } from '#views';

/** A job as the browser is told of it: with its sentences said, since the catalogue of reports stays on the server. */
export type SaidJob = Omit<JobView, 'error'> & { error: { message: string; issues: string[] } | null };

/** Says what a job's record holds in the language of the reader. */
export function saidJob({ error, ...job }: JobView, say: Say): SaidJob {
  const said = (message: NonNullable<JobView['error']>['message']) =>
    typeof message === 'string' ? message : say(message);
  if (error === null) return { ...job, error };
  const issues = error.issues.map(({ path, message }) => (path === '' ? said(message) : `${path}: ${said(message)}`));
  return { ...job, error: { message: said(error.message), issues } };
}

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { PhaseList } from '../imports/phase-list.tsx';
import { Progress } from '../ui/progress.tsx';
import { jobShare } from './job-share.ts';
import type { SaidJob } from './said-job.ts';
import { useJob } from './use-job.ts';

type Props = {
  id: string;
  /** What is being done, and the names of its steps in their order, by the codes that the job reports. */
  labels: { title: string; steps?: Readonly<Record<string, string>> };
  /** Called once, with the job's result. */
  onDone?: (result: unknown) => void;
};

/** How far work in the background has come, and why where it came to nothing. Only news are read out, not figures. */
export function JobProgress({ id, labels, onDone }: Props) {
  const t = useTranslations('ui.job');
  const { job, trouble } = useJob(id);
  const tellDone = useEffectEvent((result: unknown) => onDone?.(result));
  const done = job?.status === 'done';
  useEffect(() => {
    if (done) tellDone(job?.result);
  }, [done, job?.result]);

  const steps = Object.entries(labels.steps ?? {}).map(([code, label]) => ({ id: code, label }));
  const step = job?.progress?.step ?? null;
  const news = job ? t(newsOf(job)) : t('queued');
  const share = job && jobShare(job);
  const text = share !== null ? t('share', { share }) : job?.progress ? t('count', { done: job.progress.done }) : news;
  return (
    <div className="space-y-4">
      {job?.status !== 'failed' && <Progress label={labels.title} share={share} text={text} />}
      {steps.length > 0 && (
        <PhaseList
          phases={steps}
          current={done ? steps.length : steps.findIndex(({ id: code }) => code === step)}
          failed={job?.status === 'failed'}
        />
      )}
      <p role="status" className="sr-only">
        {[labels.title, news, step !== null && !done ? labels.steps?.[step] : null].filter(Boolean).join(', ')}
      </p>
      {trouble && <p className="text-muted text-sm">{t(trouble)}</p>}
      {job?.error && <JobFailure title={labels.title} status={job.status} error={job.error} />}
    </div>
  );
}

/** What is new about a job, as the name of its sentence. */
function newsOf({ status, error }: SaidJob): 'queued' | 'again' | 'running' | 'done' | 'failed' {
  return status === 'queued' && error ? 'again' : status;
}

type Failure = { title: string; status: SaidJob['status']; error: NonNullable<SaidJob['error']> };

function JobFailure({ title, status, error: { message, issues } }: Failure) {
  const t = useTranslations('ui.job');
  if (status !== 'failed') return <p className="text-muted text-sm">{`${message} ${t('againHint')}`}</p>;
  return (
    <div role="alert" className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
      <p className="font-semibold text-failing">{t('failedTitle', { title })}</p>
      <p className="mt-1">{message}</p>
      {issues.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { useJob } from '../../jobs/use-job.ts';

/** A delivery is looked at once its calls are stored: the page is asked for again when the job is over. */
export function QualityAwaited({ job: id }: { job: string }) {
  const t = useTranslations('ui.upload');
  const router = useRouter();
  const { job, trouble } = useJob(id);
  const over = trouble === 'missing' || job?.status === 'done' || job?.status === 'failed';
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    if (over) refresh();
  }, [over]);
  return (
    <p role="status" className="text-muted text-sm">
      {over ? '' : t('assessing')}
    </p>
  );
}

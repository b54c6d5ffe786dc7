'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { JobProgress } from '../jobs/job-progress.tsx';
import { Panel } from '../ui/panel.tsx';

/** A change of a contract that has not been made yet; the page is asked for again once it has. */
export function ChangeUnderWay({ job }: { job: string }) {
  const t = useTranslations('ui.contractEditor');
  const router = useRouter();
  return (
    <Panel className="p-4">
      <JobProgress
        id={job}
        labels={{ title: t('saving'), steps: { rating: t('step.rating') } }}
        onDone={() => router.refresh()}
      />
    </Panel>
  );
}

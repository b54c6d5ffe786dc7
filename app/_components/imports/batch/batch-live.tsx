'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ImportProgress } from '../import-progress.tsx';

type Props = {
  id: string;
  name: string;
  /** Whether the page says that it waits still. */
  waiting: boolean;
  /** The job that undoes it; null where it is being imported. */
  undoing: string | null;
};

/** An import, or its undoing, under way; the page is asked for again when it has ended. */
export function BatchLive({ id, name, waiting, undoing }: Props) {
  const t = useTranslations('ui.upload');
  const router = useRouter();
  const steps = {
    storing: t('undoPhase.storing'),
    rolling_up: t('phase.rolling_up'),
    judging: t('phase.judging'),
  };
  return (
    <Panel className="p-4" aria-label={t('underWay')}>
      {undoing === null ? (
        <ImportProgress
          id={id}
          name={name}
          onBegin={() => waiting && router.refresh()}
          onEnd={() => router.refresh()}
        />
      ) : (
        <JobProgress id={undoing} labels={{ title: t('undoing', { name }), steps }} onDone={() => router.refresh()} />
      )}
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { Progress } from '../ui/progress.tsx';
import { PhaseList } from './phase-list.tsx';
import type { SaidBatch } from './said-batch.ts';
import { isSettled, useBatch } from './use-batch.ts';

type Props = {
  id: string;
  name: string;
  onEnd: (batch: SaidBatch) => void;
  /** Called once, when its turn has come. */
  onBegin?: () => void;
};

const phases = ['waiting', 'checking', 'reading', 'joining', 'storing', 'rolling_up', 'judging', 'done'] as const;

/**
 * How far an import has come, phase by phase. It goes on without this page. Only a new phase is read out, not every
 * figure.
 */
export function ImportProgress({ id, name, onEnd, onBegin }: Props) {
  const t = useTranslations('ui.upload');
  const { said: batch, trouble } = useBatch(id);
  const ended = batch !== null && isSettled(batch) ? batch : null;
  const tellEnd = useEffectEvent((end: SaidBatch) => onEnd(end));
  useEffect(() => {
    if (ended) tellEnd(ended);
  }, [ended]);

  const running = batch?.status === 'running';
  const tellBegin = useEffectEvent(() => onBegin?.());
  useEffect(() => {
    if (running) tellBegin();
  }, [running]);

  const phase = batch?.status === 'running' ? batch.phase : 'waiting';
  const share = batch && shareOf(batch);
  const rows = batch?.rows ?? 0;
  const figures = rows === 0 ? '' : share === null ? t('rows', { rows }) : t('percentRows', { share, rows });
  return (
    <div className="space-y-4">
      <Progress label={t('busy', { name })} share={share} text={figures} />
      <PhaseList
        phases={phases.map((own) => ({ id: own, label: t(`phase.${own}`) }))}
        current={phases.indexOf(phase)}
      />
      <p role="status" className="sr-only">
        {`${t('busy', { name })}: ${t(`phase.${phase}`)}`}
      </p>
      <p className="text-muted text-sm">
        {trouble ? t('lostTouch') : batch?.cancelRequested ? t('cancelling') : t('goesOn')}
      </p>
    </div>
  );
}

/** The part of the file that was read; null when what remains cannot be measured. */
function shareOf({ status, phase, bytes: { read, total } }: SaidBatch): number | null {
  if (status !== 'running' || phase !== 'reading' || !total) return null;
  return Math.min(1, read / total);
}

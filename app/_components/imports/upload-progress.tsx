'use client';

import { useTranslations } from 'next-intl';
import { Progress } from '../ui/progress.tsx';
import { PhaseList } from './phase-list.tsx';
import type { SaidBatch } from './said-batch.ts';

type Props = { name: string; sent: number; batch: SaidBatch | null };

const phases = [
  'sending',
  'waiting',
  'checking',
  'reading',
  'joining',
  'storing',
  'rolling_up',
  'judging',
  'done',
] as const;

/** What the import is doing and how far it is. */
export function UploadProgress({ name, sent, batch }: Props) {
  const t = useTranslations('ui.upload');
  const phase = batch?.phase ?? 'sending';
  const share = shareOf(sent, batch);
  const rows = batch?.rows ?? 0;
  return (
    <div className="space-y-4">
      <Progress
        label={t('busy', { name })}
        share={share}
        text={share === null ? t('rows', { rows }) : t('percentRows', { share, rows })}
      />
      <PhaseList phases={phases.map((id) => ({ id, label: t(`phase.${id}`) }))} current={phases.indexOf(phase)} />
      {sent < 1 && <p className="text-muted text-sm">{t('leave')}</p>}
    </div>
  );
}

/** While the file is on its way the part of it that was read; null when what remains cannot be measured. */
function shareOf(sent: number, batch: SaidBatch | null): number | null {
  if (!batch) return sent < 1 ? sent : null;
  if (batch.phase !== 'reading') return null;
  const { read, total } = batch.bytes;
  return total ? Math.min(1, read / total) : sent < 1 ? sent : null;
}

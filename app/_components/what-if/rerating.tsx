'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Contract } from '#contracts';
import { type PackedRow, unpackRows } from '#economics';
import type { RollupRow } from '#rollup';
import type { Recorded } from '#views';
import { JobProgress } from '../jobs/job-progress.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

type Props = { recorded: Recorded; contract: Contract; onRated: (rows: RollupRow[]) => void };

/** Has the recorded calls rated anew in the background and gives their rows back. */
export function Rerating({ recorded, contract, onRated }: Props) {
  const t = useTranslations('ui.whatIf');
  const [job, setJob] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one job for one rating; another rating mounts anew
  useEffect(() => {
    const stopping = new AbortController();
    setFailed(false);
    void start(recorded, contract, stopping.signal).then(
      (id) => setJob(id),
      () => stopping.signal.aborted || setFailed(true),
    );
    return () => stopping.abort();
  }, [attempt]);
  return (
    <Panel className="p-4">
      <p className="mb-3 text-sm">{t('ratesOtherwise')}</p>
      {failed && (
        <div role="alert" className="space-y-2 text-sm">
          <p className="text-failing">{t('notStarted')}</p>
          <Button onClick={() => setAttempt(attempt + 1)}>{t('again')}</Button>
        </div>
      )}
      {job && (
        <JobProgress
          id={job}
          labels={{ title: t('rerating'), steps: { rating: t('ratingStep') } }}
          onDone={(result) => onRated(unpackRows(recorded.vendor, (result as { rows: PackedRow[] }).rows))}
        />
      )}
    </Panel>
  );
}

async function start({ vendor, program, period }: Recorded, contract: Contract, signal: AbortSignal): Promise<string> {
  const response = await fetch('/what-if/rerate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vendor, program, ...period, contract }),
    signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { job: string }).job;
}

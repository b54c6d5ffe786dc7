'use client';

import { useTranslations } from 'next-intl';
import type { ImportsView } from '#views';
import { UploadFailure, UploadSuccess } from './upload-end.tsx';
import { UploadForm } from './upload-form.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { useUpload } from './use-upload.ts';

/** Choose a file, watch it being imported, see what came of it. */
export function UploadPanel({ vendors, zones }: { vendors: ImportsView['vendors']; zones: readonly string[] }) {
  const t = useTranslations('ui.upload');
  const { state, start, reset } = useUpload();
  return (
    <section className="rounded-lg border border-line bg-surface p-4" aria-label={t('title')}>
      <h2 className="mb-3 font-semibold">{t('title')}</h2>
      {state.kind === 'failed' && <UploadFailure failure={state} />}
      {(state.kind === 'idle' || state.kind === 'failed') && (
        <UploadForm vendors={vendors} zones={zones} onStart={(input) => void start(input)} />
      )}
      {state.kind === 'busy' && <UploadProgress {...state} />}
      {state.kind === 'done' && <UploadSuccess batch={state.batch} onAnother={reset} />}
    </section>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Applied, applyFile } from './apply-file.ts';

type State = { kind: 'idle' | 'busy' | 'needsFile' } | Applied;

/** Applies a declaration from a file, and says what became of each part of it. */
export function ImportPanel() {
  const t = useTranslations('ui.contractImport');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file) return setState({ kind: 'needsFile' });
    setState({ kind: 'busy' });
    setState(await applyFile(file));
    router.refresh();
  };
  return (
    <Panel className="space-y-3 p-4" aria-label={t('title')}>
      <h2 className="font-semibold">{t('title')}</h2>
      <p className="max-w-3xl text-pretty text-muted text-sm">{t('lead')}</p>
      <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-center gap-3">
        <label className="min-w-0 text-sm">
          <span className="sr-only">{t('file')}</span>
          <input
            type="file"
            accept=".yaml,.yml"
            aria-invalid={state.kind === 'needsFile'}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            className="max-w-full file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:font-medium"
          />
        </label>
        <Button type="submit" disabled={state.kind === 'busy'}>
          {t(state.kind === 'busy' ? 'busy' : 'apply')}
        </Button>
      </form>
      {state.kind === 'needsFile' && (
        <p role="alert" className="text-failing text-sm">
          {t('needsFile')}
        </p>
      )}
      {state.kind === 'done' && <Done applied={state} />}
      {state.kind === 'failed' && <Failed failure={state} />}
    </Panel>
  );
}

function Done({ applied }: { applied: Extract<Applied, { kind: 'done' }> }) {
  const t = useTranslations('ui.contractImport');
  return (
    <div role="status" className="text-sm">
      <p className="font-medium">{t('done', { days: applied.days })}</p>
      <table className="mt-2">
        <thead className="text-left text-muted text-xs">
          <tr className="*:py-1 *:pr-6 *:font-medium">
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {applied.changes.map(({ what, name, change }) => (
            <tr key={`${what} ${name}`} className="border-line border-t *:py-1 *:pr-6">
              <td>{t(`whats.${what}`)}</td>
              <td>{name}</td>
              <td className={change === 'unchanged' ? 'text-muted' : 'font-medium'}>{t(change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Failed({ failure }: { failure: Extract<Applied, { kind: 'failed' }> }) {
  const t = useTranslations('ui.contractImport');
  return (
    <div role="alert" className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
      <p className="font-semibold text-failing">{failure.title ?? t('failed')}</p>
      <p className="mt-1">{failure.detail ?? t('lost')}</p>
      {failure.errors.length > 0 && (
        <ul className="wrap-anywhere mt-2 list-disc pl-5">
          {failure.errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

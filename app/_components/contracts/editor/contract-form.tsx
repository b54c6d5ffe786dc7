'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type SubmitEvent, useRef } from 'react';
import type { EditorView } from '#views';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CostSection, PlanSection } from './assumptions-section.tsx';
import { ChargesSection } from './charges-section.tsx';
import { FaultText } from './fault-text.tsx';
import { FormProvider } from './form-context.tsx';
import { PreviewPanel, PreviewStrip } from './preview-panel.tsx';
import { RatingSection, WindowsSection } from './rating-section.tsx';
import { SaveSection } from './save-section.tsx';
import { ScopeSection } from './scope-section.tsx';
import { useContractForm } from './use-contract-form.ts';

type Props = { view: EditorView; currencies: readonly string[]; zones: readonly string[] };

/** The terms of a contract to be edited, with a recorded month under them beside. */
export function ContractForm({ view, currencies, zones }: Props) {
  const form = useContractForm(view);
  const element = useRef<HTMLFormElement>(null);
  const keys = useRef(0);
  const nextKey = () => {
    keys.current += 1;
    return `new-${keys.current}`;
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    await form.save();
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  // Enter in a field must not put half-typed terms in force; with Ctrl or Cmd it is meant.
  const typed = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) event.currentTarget.requestSubmit();
  };
  if (form.saved?.kind === 'queued') return <Saving job={form.saved.job} onBack={form.reopen} />;
  return (
    <FormProvider value={form}>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <form
          ref={element}
          noValidate
          onKeyDown={typed}
          onSubmit={(event) => void submit(event)}
          className="min-w-0 space-y-4"
        >
          <ScopeSection {...{ view, currencies, zones }} />
          <ChargesSection nextKey={nextKey} />
          <RatingSection />
          <WindowsSection nextKey={nextKey} />
          <CostSection />
          <PlanSection />
          <FaultText path="" />
          <SaveSection form={form} />
        </form>
        <div className="min-w-0 self-stretch">
          <PreviewPanel previewed={form.previewed} stale={form.stale} faulty={form.faulty} />
        </div>
      </div>
      <PreviewStrip previewed={form.previewed} stale={form.stale} faulty={form.faulty} />
    </FormProvider>
  );
}

/** The change under way: its progress, and then what moved. What was typed is kept until it has been done. */
function Saving({ job, onBack }: { job: string; onBack: () => void }) {
  const t = useTranslations('ui.contractEditor');
  const router = useRouter();
  return (
    <Panel className="space-y-4 p-4" aria-label={t('saving')}>
      <JobProgress
        id={job}
        labels={{ title: t('saving'), steps: { rating: t('step.rating') } }}
        onDone={() => router.push(`/contracts/changes/${job}`)}
      />
      <Button onClick={onBack}>{t('back')}</Button>
    </Panel>
  );
}

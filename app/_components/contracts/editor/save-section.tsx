'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { Field } from './field.tsx';
import { FormSection } from './form-section.tsx';
import type { ContractForm } from './use-contract-form.ts';

/** Why the terms change, and saving them. */
export function SaveSection({ form }: { form: ContractForm }) {
  const t = useTranslations('ui.contractEditor');
  const { draft, change, faults, saved, busy, untouched } = form;
  const count = [...faults.values()].reduce((sum, messages) => sum + messages.length, 0);
  return (
    <FormSection title={t('section.save')}>
      <Field
        path="note"
        label={t('note')}
        value={draft.note}
        onChange={(note) => change({ note })}
        hint={t('noteHint')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t(busy ? 'saveBusy' : 'save')}
        </Button>
        <p role="status" className="text-failing text-sm">
          {count > 0 ? t('faults', { count }) : untouched && t('untouched')}
          {saved?.kind === 'failed' && (saved.detail ?? t('saveLost'))}
        </p>
      </div>
    </FormSection>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { Choices } from './choices.tsx';
import { newWindow, ratingNumbers, type WindowDraft, weekdays } from './draft.ts';
import { FaultText } from './fault-text.tsx';
import { Field } from './field.tsx';
import { useForm } from './form-context.tsx';
import { FormSection } from './form-section.tsx';

const billables = ['offered', 'attempted', 'handled', 'contact', 'resolved', 'sale'] as const;
const bases = ['talk', 'connected', 'handle'] as const;

/** Which calls are billed, and which of their seconds. */
export function RatingSection() {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  const set = (part: Partial<typeof draft.rating>) => change({ rating: { ...draft.rating, ...part } });
  return (
    <FormSection title={t('section.rating')} hint={t('ratingHint')} paths={['rating']}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          path="rating.billable"
          label={t('billable')}
          value={draft.rating.billable}
          onChange={(billable) => set({ billable })}
          options={billables.map((value) => ({ value, label: t(`billableOf.${value}`) }))}
        />
        <Field
          path="rating.basis"
          label={t('basis')}
          value={draft.rating.basis}
          onChange={(basis) => set({ basis })}
          options={bases.map((value) => ({ value, label: t(`basisOf.${value}`) }))}
        />
        {ratingNumbers.map((name) => (
          <Field
            key={name}
            path={`rating.${name}`}
            label={t(`rating.${name}`)}
            value={draft.rating[name]}
            onChange={(value) => set({ [name]: value })}
            inputMode="decimal"
            unit={t(name === 'excludeRepeatsWithinHours' ? 'unit.hours' : 'unit.seconds')}
          />
        ))}
      </div>
    </FormSection>
  );
}

/** The hours and days that have a class of their own. */
export function WindowsSection({ nextKey }: { nextKey: () => string }) {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  const { windows } = draft;
  return (
    <FormSection
      title={t('section.windows')}
      hint={t('windowsHint', { timezone: draft.timezone })}
      action={<Button onClick={() => change({ windows: [...windows, newWindow(nextKey())] })}>{t('addWindow')}</Button>}
    >
      {windows.map((window, index) => (
        <WindowCard
          key={window.key}
          {...{ window, index }}
          onChange={(part) => change({ windows: windows.map((own) => (own === window ? { ...own, ...part } : own)) })}
          onRemove={() => change({ windows: windows.filter((own) => own !== window) })}
        />
      ))}
    </FormSection>
  );
}

type WindowProps = {
  window: WindowDraft;
  index: number;
  onChange: (part: Partial<WindowDraft>) => void;
  onRemove: () => void;
};

function WindowCard({ window, index, onChange, onRemove }: WindowProps) {
  const t = useTranslations('ui.contractEditor');
  const at = `rating.windows[${index}]`;
  return (
    <fieldset className="space-y-3 rounded-md border border-line p-3">
      <legend className="sr-only">{t('windowOf', { n: index + 1 })}</legend>
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr_auto] sm:items-start">
        <Field
          path={`${at}.class`}
          label={t('class')}
          value={window.class}
          onChange={(value) => onChange({ class: value })}
          hint={t('classHint')}
        />
        <Field
          path={`${at}.from`}
          label={t('timeFrom')}
          type="time"
          value={window.from}
          onChange={(from) => onChange({ from })}
        />
        <Field
          path={`${at}.to`}
          label={t('timeTo')}
          type="time"
          value={window.to}
          onChange={(to) => onChange({ to })}
        />
        <Button variant="quiet" className="sm:mt-6" onClick={onRemove} aria-label={t('removeWindow', { n: index + 1 })}>
          {t('remove')}
        </Button>
      </div>
      <Choices
        path={`${at}.days`}
        label={t('days')}
        value={window.days}
        onChange={(days) => onChange({ days })}
        options={weekdays.map((value) => ({ value, label: t(`weekday.${value}`) }))}
      />
      <Field
        path={`${at}.dates`}
        label={t('dates')}
        value={window.dates}
        onChange={(dates) => onChange({ dates })}
        hint={t('datesHint')}
      />
      <FaultText path={at} />
    </fieldset>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { EditorView } from '#views';
import { Field } from './field.tsx';
import { useForm } from './form-context.tsx';
import { FormSection } from './form-section.tsx';

type Props = { view: EditorView; currencies: readonly string[]; zones: readonly string[] };

/** Whose terms these are, when they hold, and in which money and on which clock. */
export function ScopeSection({ view, currencies, zones }: Props) {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  const stored = view.version !== null;
  const chooseVendor = (vendor: string) =>
    change({ vendor, timezone: view.vendors.find(({ id }) => id === vendor)?.timezone ?? draft.timezone });
  const programs = [
    { value: '', label: t('allPrograms') },
    ...view.programs.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <FormSection title={t('section.scope')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          path="vendor"
          label={t('vendor')}
          value={draft.vendor}
          onChange={chooseVendor}
          disabled={stored}
          options={view.vendors.map(({ id, label }) => ({ value: id, label }))}
        />
        <Field
          path="program"
          label={t('program')}
          value={draft.program}
          onChange={(program) => change({ program })}
          disabled={stored}
          options={programs}
        />
        <Field
          path="from"
          label={t('from')}
          type="date"
          value={draft.from}
          onChange={(from) => change({ from })}
          hint={t(stored ? 'fromHint' : 'fromNewHint')}
        />
        <Field
          path="to"
          label={t('to')}
          type="date"
          value={draft.to}
          onChange={(to) => change({ to })}
          hint={t('toHint')}
        />
        <Field
          path="currency"
          label={t('currency')}
          list="currencies"
          value={draft.currency}
          onChange={(currency) => change({ currency })}
        />
        <Field
          path="timezone"
          label={t('timezone')}
          list="zones"
          value={draft.timezone}
          onChange={(timezone) => change({ timezone })}
        />
        <Field
          path="exchange"
          label={t('exchange')}
          value={draft.exchange}
          onChange={(exchange) => change({ exchange })}
          options={(['month_average', 'call_day'] as const).map((value) => ({
            value,
            label: t(`exchangeOf.${value}`),
          }))}
        />
        <Offered id="currencies" values={currencies} />
        <Offered id="zones" values={zones} />
      </div>
    </FormSection>
  );
}

function Offered({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

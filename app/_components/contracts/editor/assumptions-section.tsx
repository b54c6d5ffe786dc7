'use client';

import { useTranslations } from 'next-intl';
import { costFields, planFields, wageFields } from './draft.ts';
import { Field } from './field.tsx';
import { useForm } from './form-context.tsx';
import { FormSection } from './form-section.tsx';

/** What is assumed about the vendor's own cost. */
export function CostSection() {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  const { wage, vendorCost, assumes, currency } = draft;
  return (
    <FormSection title={t('section.vendorCost')} hint={t('costHint')} paths={['vendorCost']}>
      <label className="flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          checked={assumes}
          onChange={(event) => change({ assumes: event.target.checked })}
          className="size-4 accent-accent"
        />
        {t('assumes')}
      </label>
      {assumes && (
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {wageFields.map((name) => (
            <Field
              key={name}
              path={`vendorCost.agentHourly.${name}`}
              label={t(`wage.${name}`)}
              value={wage[name]}
              onChange={(value) => change({ wage: { ...wage, [name]: value } })}
              inputMode="decimal"
              unit={currency}
              placeholder={name === 'value' ? undefined : wage.value}
            />
          ))}
          {costFields.map((name) => (
            <Field
              key={name}
              path={`vendorCost.${name}`}
              label={t(`cost.${name}`)}
              value={vendorCost[name]}
              onChange={(value) => change({ vendorCost: { ...vendorCost, [name]: value } })}
              inputMode="decimal"
              unit={name === 'overheadPerCall' ? currency : undefined}
              hint={t(`costHints.${name}`)}
            />
          ))}
        </div>
      )}
    </FormSection>
  );
}

/** What was promised when the price was agreed. */
export function PlanSection() {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  return (
    <FormSection title={t('section.plan')} hint={t('planHint')} paths={['plan']}>
      <div className="grid gap-3 sm:grid-cols-3">
        {planFields.map((name) => (
          <Field
            key={name}
            path={`plan.${name}`}
            label={t(`plan.${name}`)}
            value={draft.plan[name]}
            onChange={(value) => change({ plan: { ...draft.plan, [name]: value } })}
            inputMode="decimal"
            unit={name === 'ahtSeconds' ? t('unit.seconds') : undefined}
            hint={name === 'conversion' ? t('shareHint') : undefined}
          />
        ))}
      </div>
    </FormSection>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ChargeKind, chargeKinds } from '#contracts';
import { Button } from '../../ui/button.tsx';
import { ChargeCard } from './charge-card.tsx';
import { type ChargeDraft, newCharge } from './draft.ts';
import { idOf, useForm } from './form-context.tsx';
import { FormSection } from './form-section.tsx';

/** What is paid: charges that can be added, moved and removed. */
export function ChargesSection({ nextKey }: { nextKey: () => string }) {
  const t = useTranslations('ui.contractEditor');
  const { draft, change } = useForm();
  const [kind, setKind] = useState<ChargeKind>('per_call');
  const { charges } = draft;
  const replace = (key: string, part: Partial<ChargeDraft>) =>
    change({ charges: charges.map((own) => (own.key === key ? { ...own, ...part } : own)) });
  return (
    <FormSection title={t('section.charges')} paths={['charges']}>
      <ol className="space-y-3">
        {charges.map((charge, index) => (
          <ChargeCard
            key={charge.key}
            {...{ charge, index, last: index === charges.length - 1 }}
            onChange={(part) => replace(charge.key, part)}
            onMove={(by) => change({ charges: moved(charges, index, by) })}
            onRemove={() => change({ charges: charges.filter(({ key }) => key !== charge.key) })}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 text-sm">
          <span className="mb-1 block font-medium">{t('newCharge')}</span>
          <select
            id={idOf('charges')}
            value={kind}
            onChange={(event) => setKind(event.target.value as ChargeKind)}
            className="h-8 max-w-full rounded-md border border-line-strong bg-surface px-2 text-sm pointer-coarse:h-10"
          >
            {chargeKinds.map((own) => (
              <option key={own} value={own}>
                {t(`kind.${own}`)}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={() => change({ charges: [...charges, newCharge(kind, nextKey())] })}>{t('addCharge')}</Button>
      </div>
    </FormSection>
  );
}

function moved<T>(items: readonly T[], from: number, by: number): T[] {
  const [item, other] = [items[from], items[from + by]];
  if (item === undefined || other === undefined) return [...items];
  return items.with(from, other).with(from + by, item);
}

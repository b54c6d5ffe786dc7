'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { InputSort } from '#views';
import { type Option, Select } from '../ui/select.tsx';
import { inputsHref } from './inputs-href.ts';

type Picker = { chosen: string | null; options: Option[] };
type Props = { sort: InputSort; of: Picker | null; period: Picker | null };

/** Whose rows, and of when; picking one keeps the other. */
export function InputFilters({ sort, of, period }: Props) {
  const t = useTranslations('ui.inputs');
  const router = useRouter();
  const [pending, start] = useTransition();
  const show = (chosen: { of?: string | null; period?: string | null }) =>
    start(() =>
      router.push(inputsHref(sort, { of: of?.chosen ?? null, period: period?.chosen ?? null, ...chosen }), {
        scroll: false,
      }),
    );
  return (
    <div aria-busy={pending} className="flex flex-wrap gap-2 print:hidden">
      {of && (
        <Select
          label={t(sort === 'rates' ? 'fields.currency' : 'fields.vendor')}
          labelHidden
          options={sort === 'rates' ? of.options : [{ value: '', label: t('allVendors') }, ...of.options]}
          value={of.chosen ?? ''}
          onChange={(chosen) => show({ of: chosen })}
        />
      )}
      {period && (
        <Select
          label={t('period')}
          labelHidden
          options={period.options}
          value={period.chosen ?? ''}
          onChange={(chosen) => show({ period: chosen })}
        />
      )}
    </div>
  );
}

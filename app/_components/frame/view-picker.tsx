'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Select } from '../ui/select.tsx';
import { address, type Chosen } from './address.ts';

const views = ['effective', 'billed'] as const;

/** Which amounts charges are: what invoices say, or one-off amounts spread over the months that they serve. */
export function ViewPicker({ path, chosen }: { path: string; chosen: Chosen }) {
  const t = useTranslations('ui.view');
  const router = useRouter();
  const [pending, start] = useTransition();
  const show = (value: string) => {
    const view = views.find((own) => own === value) ?? 'effective';
    start(() => router.push(address(path, { ...chosen, view })));
  };
  return (
    <div aria-busy={pending}>
      <Select
        label={t('label')}
        labelHidden
        options={views.map((value) => ({ value, label: t(value) }))}
        value={chosen.view}
        onChange={show}
      />
    </div>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Select } from '../ui/select.tsx';
import { address, type Chosen } from './address.ts';

type Props = { path: string; chosen: Chosen; programs: { id: string; label: string }[] };

const all = '';

export function ProgramPicker({ path, chosen, programs }: Props) {
  const t = useTranslations('ui.program');
  const router = useRouter();
  const [pending, start] = useTransition();
  const show = (program: string) =>
    start(() => router.push(address(path, { ...chosen, program: program === all ? null : program })));
  return (
    <div aria-busy={pending}>
      <Select
        label={t('label')}
        labelHidden
        options={[{ value: all, label: t('all') }, ...programs.map(({ id, label }) => ({ value: id, label }))]}
        value={chosen.program ?? all}
        onChange={show}
      />
    </div>
  );
}

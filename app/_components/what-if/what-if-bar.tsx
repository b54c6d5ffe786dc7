'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cellText } from '#format';
import type { WhatIfScope } from '#views';
import { PeriodPicker } from '../frame/period-picker.tsx';
import { ExportLinks } from '../report/export-links.tsx';
import { Select } from '../ui/select.tsx';
import { type Asked, queryOf } from './address.ts';
import { useSay } from './use-say.ts';

type Props = {
  scope: WhatIfScope;
  path: string;
  terms: string | null;
  /** What a planned call costs, where the address asks for it. */
  price?: string | null;
};

const all = '';

/** Whose recorded calls, of which days and program; picking one keeps the proposed terms, but for another vendor. */
export function WhatIfBar({ scope: { vendor, vendors, filters }, path, terms, price = null }: Props) {
  const [t, ofPeriod, ofProgram] = [
    useTranslations('ui.whatIf'),
    useTranslations('ui.period'),
    useTranslations('ui.program'),
  ];
  const [say, router] = [useSay(), useRouter()];
  const { from, to, program, programs, presets, data } = filters;
  const asked: Asked = { vendor, program, from, to, terms, price };
  const address = (change: Partial<Asked>) => `${path}?${queryOf({ ...asked, ...change })}`;
  const days = (period: { from: string; to: string }) => cellText({ kind: 'period', ...period }, say);
  const kept = new URLSearchParams({ vendor, ...(terms !== null && { terms }), ...(price !== null && { price }) });
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:gap-1.5 print:hidden">
      <Select
        label={t('vendor')}
        labelHidden
        options={vendors.map(({ id, label }) => ({ value: id, label }))}
        value={vendor}
        onChange={(id) => router.push(address({ vendor: id, program: null, terms: null, price: null }))}
      />
      <PeriodPicker
        key={`${from} ${to}`}
        path={`${path}?${kept}`}
        chosen={{ from, to, program, view: 'effective' }}
        text={days({ from, to })}
        dataText={data && ofPeriod('data', { period: days(data) })}
        presets={presets.map((preset) => ({
          id: preset.id,
          label: say({ key: `periods.${preset.id}` }),
          days: days(preset),
          href: address({ from: preset.from, to: preset.to }),
          current: preset.from === from && preset.to === to,
        }))}
      />
      {programs.length > 1 && (
        <Select
          label={ofProgram('label')}
          labelHidden
          options={[
            { value: all, label: ofProgram('all') },
            ...programs.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={program ?? all}
          onChange={(id) => router.push(address({ program: id === all ? null : id }))}
        />
      )}
      <ExportLinks base={`${path}/export`} query={asked} />
    </div>
  );
}

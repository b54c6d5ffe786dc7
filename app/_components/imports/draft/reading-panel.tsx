'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import type { Draft } from './use-draft.ts';

type Props = { draft: Draft; zones: readonly string[] };

const open = '';

/** Whose log it is and how it is read: every change is previewed at once. */
export function ReadingPanel({ draft: { asked, preview, ask }, zones }: Props) {
  const [t, upload] = [useTranslations('ui.draft'), useTranslations('ui.upload')];
  const { vendors, programs, formats } = preview.choices;
  const zoneList = useId();
  const options = (list: readonly { id: string; label: string }[]) =>
    list.map(({ id, label }) => ({ value: id, label }));
  const chooseVendor = (id: string) => {
    const zone = vendors.find((own) => own.id === id)?.timezone;
    ask({ vendor: id, ...(zone && { timezone: zone }) });
  };
  return (
    <Panel aria-label={t('reading')} className="p-4">
      <h2 className="mb-3 font-semibold">{t('reading')}</h2>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          label={upload('vendor')}
          options={[
            ...(asked.vendor === null ? [{ value: open, label: t('vendorFromFile') }] : []),
            ...options(vendors),
          ]}
          value={asked.vendor ?? open}
          onChange={chooseVendor}
          className="w-full"
        />
        <Select
          label={upload('program')}
          options={[{ value: open, label: upload('programFromFile') }, ...options(programs)]}
          value={asked.program ?? open}
          onChange={(program) => ask({ program: program || null })}
          className="w-full"
        />
        <div>
          <Input
            label={upload('timezone')}
            list={zoneList}
            value={asked.timezone ?? ''}
            onValueChange={(timezone) => ask({ timezone: timezone.trim() || null })}
            hint={upload('timezoneHint')}
          />
          <datalist id={zoneList}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        <Select
          label={t('format')}
          options={[
            { value: open, label: t('formatFound') },
            ...[...formats, 'mapping' as const].map((format) => ({ value: format, label: upload(`format.${format}`) })),
          ]}
          value={asked.format ?? open}
          onChange={(format) => ask({ format: (format || null) as typeof asked.format })}
          className="w-full"
        />
      </div>
    </Panel>
  );
}

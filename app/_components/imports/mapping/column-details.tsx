'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DurationUnit } from '#imports';
import { Input } from '../../ui/input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import type { SaidTable } from '../draft/said-preview.ts';
import type { ColumnForm } from './mapping-form.ts';
import { columnOptions } from './meanings.ts';

type Set = (part: Partial<ColumnForm>) => void;

/** Formats that logs are seen with; any other can be typed in the same letters. */
const formats = [
  ...['yyyy-MM-dd HH:mm:ss', 'dd/MM/yyyy HH:mm:ss', 'MM/dd/yyyy HH:mm:ss', 'dd.MM.yyyy HH:mm', 'dd/MM/yyyy HH:mm'],
  ...['MM/dd/yyyy hh:mm a', 'EEE, dd MMM yyyy HH:mm:ss', 'yyyyMMdd HHmmss', 'iso', 'epoch_s', 'epoch_ms', 'excel'],
];

const units = {
  seconds: true,
  milliseconds: true,
  minutes: true,
  'hh:mm:ss': true,
  'mm:ss': true,
  day_fraction: true,
} as const satisfies Record<DurationUnit, true>;

/** How a start is written, and the second column where date and time stand apart. */
export function StartDetails({ id, form, set, table }: { id: string; form: ColumnForm; set: Set; table: SaidTable }) {
  const t = useTranslations('ui.mapping');
  const list = useId();
  const [first = '', second = ''] = form.from;
  const dated = /^(iso|epoch_s|epoch_ms|excel)$/.test(form.format) || form.format.includes('y') || form.format === '';
  return (
    <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
      <NativeSelect
        id={`${id}-second`}
        label={t('timeFrom')}
        value={second}
        onChange={(own) => set({ from: own === '' ? [first] : [first, own] })}
        options={[{ value: '', label: t('sameColumn') }, ...columnOptions(table)]}
      />
      <div>
        <Input
          label={t('format')}
          list={list}
          value={form.format}
          onValueChange={(format) => set({ format })}
          hint={t('formatHint')}
          spellCheck={false}
        />
        <datalist id={list}>
          {formats.map((format) => (
            <option key={format} value={format} />
          ))}
        </datalist>
      </div>
      {!dated && (
        <Input
          label={t('firstYear')}
          inputMode="numeric"
          value={form.firstYear}
          onValueChange={(firstYear) => set({ firstYear })}
          hint={t('firstYearHint')}
        />
      )}
    </div>
  );
}

/** How a duration is written. */
export function DurationDetails({ id, form, set, label }: { id: string; form: ColumnForm; set: Set; label: string }) {
  const t = useTranslations('ui.mapping');
  return (
    <NativeSelect
      id={`${id}-unit`}
      label={t('unit')}
      place={`, ${label}`}
      value={form.unit}
      onChange={(unit) => set({ unit: unit as DurationUnit })}
      options={(Object.keys(units) as DurationUnit[]).map((value) => ({ value, label: t(`units.${value}`) }))}
    />
  );
}

/** What is written where nothing is known. */
export function UnknownWords({ form, set, label }: { form: ColumnForm; set: Set; label: string }) {
  const t = useTranslations('ui.mapping');
  return (
    <details className="text-sm" open={form.unknown !== ''}>
      <summary className="text-muted text-xs hover:text-ink">{t('unknown')}</summary>
      <Input
        label={t('unknownOf', { column: label })}
        labelHidden
        value={form.unknown}
        onValueChange={(unknown) => set({ unknown })}
        hint={t('unknownHint')}
        spellCheck={false}
      />
    </details>
  );
}

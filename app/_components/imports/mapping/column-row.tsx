'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CanonicalColumn } from '#imports';
import { Input } from '../../ui/input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import type { SaidPreview, SaidTable } from '../draft/said-preview.ts';
import { DurationDetails, StartDetails, UnknownWords } from './column-details.tsx';
import { type ColumnForm, type ColumnSort, kindsOf, needed, type WordForm } from './mapping-form.ts';
import { columnOptions, useMeanings, wordsSeen } from './meanings.ts';
import { WordRows } from './word-rows.tsx';

type Props = {
  name: CanonicalColumn;
  sort: ColumnSort;
  form: ColumnForm;
  onChange: (form: ColumnForm) => void;
  /** What dispositions mean: where the part is the disposition. */
  outcomes: { words: readonly WordForm[]; onChange: (words: WordForm[]) => void } | null;
  table: SaidTable;
  preview: SaidPreview;
  fault: string | undefined;
};

/** Where one part of a call comes from, what the file has there, and how that is written. */
export function ColumnRow({ name, sort, form, onChange, outcomes, table, preview, fault }: Props) {
  const t = useTranslations('ui.mapping');
  const id = `map-${name}`;
  const label = t(`column.${name}`);
  const [first = ''] = form.from;
  const column = form.kind === 'column' ? table.columns.find((own) => own.column === first) : undefined;
  const why = column?.target === name ? column.why : null;
  return (
    <div className="grid grid-cols-1 gap-x-5 gap-y-2 px-4 py-3 md:grid-cols-[11rem_minmax(0,14rem)_minmax(0,1fr)]">
      <div className="text-sm">
        <p className="font-medium">
          {label}
          {needed.includes(name) && <span className="ml-1.5 font-normal text-muted text-xs">{t('needed')}</span>}
        </p>
        {t.has(`about.${name}` as 'about.call_id') && (
          <p className="text-pretty text-muted text-xs">{t(`about.${name}` as 'about.call_id')}</p>
        )}
      </div>
      <div className="min-w-0">
        <SourceSelect {...{ id, label, sort, form, table, fault }} onChange={onChange} />
        {column && <Samples samples={column.samples} />}
        {why && <p className="mt-1 text-pretty text-muted text-xs">{why}</p>}
      </div>
      <Details {...{ id, name, sort, form, onChange, outcomes, table, preview }} />
    </div>
  );
}

type SourceProps = Pick<Props, 'sort' | 'form' | 'onChange' | 'table' | 'fault'> & { id: string; label: string };

function SourceSelect({ id, label, sort, form, onChange, table, fault }: SourceProps) {
  const t = useTranslations('ui.mapping');
  const kinds = kindsOf(sort);
  const columns = columnOptions(table);
  const [first = ''] = form.from;
  const gone = form.kind === 'column' && first !== '' && !columns.some(({ value }) => value === first);
  const choose = (value: string) => {
    if (!value.startsWith('column:')) return onChange({ ...form, kind: value as ColumnForm['kind'] });
    const own = value.slice('column:'.length);
    onChange({ ...form, kind: 'column', from: sort === 'start' ? [own, ...form.from.slice(1)] : [own] });
  };
  return (
    <NativeSelect
      id={id}
      label={t('sourceOf', { column: label })}
      labelHidden
      value={form.kind === 'column' ? `column:${first}` : form.kind}
      onChange={choose}
      fault={fault}
      options={kinds.filter((kind) => kind !== 'column').map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      groups={[
        {
          label: t('columns'),
          options: [...columns, ...(gone ? [{ value: first, label: first }] : [])].map(({ value, label: name }) => ({
            value: `column:${value}`,
            label: name,
          })),
        },
      ]}
    />
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  const t = useTranslations('ui.mapping');
  const shown = [...new Set(samples.filter((sample) => sample !== ''))].slice(0, 3);
  return (
    <p className="wrap-anywhere mt-1 text-muted text-xs">
      {shown.length === 0
        ? t('noSamples')
        : shown.map((sample, index) => (
            <span key={sample}>
              {index > 0 && ' · '}
              <code>{sample}</code>
            </span>
          ))}
    </p>
  );
}

type DetailsProps = Omit<Props, 'fault'> & { id: string };

function Details({ id, name, sort, form, onChange, outcomes, table, preview }: DetailsProps) {
  const t = useTranslations('ui.mapping');
  const own = useId();
  const options = useMeanings(name, preview);
  const label = t(`column.${name}`);
  const set = (part: Partial<ColumnForm>) => onChange({ ...form, ...part });
  // A text that is not known is rare: it is asked for where a mapping already has one.
  const unknownAsked = sort === 'duration' || sort === 'amount' || sort === 'word' || form.unknown !== '';
  if (form.kind === 'none')
    return (
      <p className="text-muted text-sm max-md:hidden">
        {(sort === 'duration' || sort === 'amount') && t('unknownThen')}
      </p>
    );
  if (form.kind === 'template')
    return (
      <Input
        label={t('template')}
        place={`, ${label}`}
        value={form.template}
        onValueChange={(template) => set({ template })}
        hint={t('templateHint')}
        spellCheck={false}
      />
    );
  if (form.kind === 'constant')
    return options && name !== 'disposition' ? (
      <NativeSelect
        id={own}
        label={t('constant')}
        place={`, ${label}`}
        value={form.constant}
        onChange={(constant) => set({ constant })}
        options={[{ value: '', label: t('choose') }, ...options]}
      />
    ) : (
      <Input
        label={t('constant')}
        place={`, ${label}`}
        value={form.constant}
        onValueChange={(constant) => set({ constant })}
      />
    );
  return (
    <div className="min-w-0 space-y-2">
      {sort === 'start' && <StartDetails {...{ id, form, set, table }} />}
      {sort === 'duration' && <DurationDetails {...{ id, form, set, label }} />}
      {sort === 'word' && (
        <WordRows
          {...{ label, options }}
          seen={wordsSeen(form.from[0], table, preview)}
          words={form.words}
          onChange={(words) => set({ words })}
          none={t('asWritten')}
        />
      )}
      {outcomes && (
        <WordRows
          {...{ label, options, ...outcomes }}
          seen={wordsSeen(form.from[0], table, preview)}
          none={t('asVendorSays')}
        />
      )}
      {unknownAsked && <UnknownWords {...{ form, set, label }} />}
    </div>
  );
}

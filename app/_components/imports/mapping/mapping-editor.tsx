'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { outcomes } from '#calls';
import type { CanonicalColumn } from '#imports';
import { Input } from '../../ui/input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SaidTable } from '../draft/said-preview.ts';
import type { Draft } from '../draft/use-draft.ts';
import { ColumnRow } from './column-row.tsx';
import { MappingFile } from './mapping-file.tsx';
import { type ColumnForm, columnSorts, formOf, type MappingForm } from './mapping-form.ts';

type Props = { draft: Draft; form: MappingForm; table: SaidTable; zones: readonly string[] };

const groups = {
  needed: ['call_id', 'started_at', 'talk_s'],
  times: ['hold_s', 'wrap_s', 'wait_s'],
  result: ['answered', 'disposition', 'outcome'],
  kind: ['program', 'call_type', 'direction', 'agent', 'customer_ref'],
  money: ['revenue', 'currency'],
} as const satisfies Record<string, readonly CanonicalColumn[]>;

/** How the columns of a table become calls: every part of a call, where it comes from and how it is written. */
export function MappingEditor({ draft, form, table, zones }: Props) {
  const t = useTranslations('ui.mapping');
  const { preview, map } = draft;
  const id = useId();
  const change = (name: CanonicalColumn, column: ColumnForm) =>
    map({ ...form, columns: { ...form.columns, [name]: column } });
  const faultOf = (name: CanonicalColumn) => {
    const issue = preview.issues.find(({ path }) => path === `columns.${name}` || path.startsWith(`columns.${name}.`));
    if (!issue) return undefined;
    return form.columns[name].kind === 'none' ? t('isNeeded') : issue.message;
  };
  return (
    <Panel aria-label={t('title')}>
      <div className="flex flex-wrap items-center gap-2 px-4 py-3">
        <h2 className="mr-auto font-semibold">{t('title')}</h2>
        {preview.mappings.length > 0 && (
          <NativeSelect
            id={`${id}-start`}
            label={t('startFrom')}
            labelHidden
            value=""
            onChange={(name) => {
              const saved = preview.mappings.find((own) => own.name === name);
              if (saved) map(formOf(saved.mapping));
            }}
            options={[
              { value: '', label: t('startFrom') },
              ...preview.mappings.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        )}
        <MappingFile form={form} onRead={map} />
      </div>
      <p className="max-w-3xl text-pretty px-4 pb-3 text-muted text-sm">
        {table.origin === 'saved' ? t('leadSaved', { name: table.name ?? '' }) : t('lead')}
      </p>
      {Object.entries(groups).map(([group, names]) => (
        <Group key={group} title={t(`group.${group as keyof typeof groups}`)}>
          {names.map((name) => (
            <ColumnRow
              key={name}
              name={name}
              sort={columnSorts[name]}
              form={form.columns[name]}
              onChange={(column) => change(name, column)}
              outcomes={
                name === 'disposition'
                  ? { words: form.outcomes, onChange: (words) => map({ ...form, outcomes: words }) }
                  : null
              }
              table={table}
              preview={preview}
              fault={faultOf(name)}
            />
          ))}
        </Group>
      ))}
      <Group title={t('group.whole')}>
        <WholeFile form={form} map={map} zones={zones} />
      </Group>
    </Panel>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="border-line border-t">
      <h3 id={heading} className="px-4 pt-3 text-muted text-xs">
        {title}
      </h3>
      <div className="divide-y divide-line">{children}</div>
    </section>
  );
}

function WholeFile({ form, map, zones }: Pick<Props, 'form' | 'zones'> & { map: Draft['map'] }) {
  const [t, outcome] = [useTranslations('ui.mapping'), useTranslations('ui.draft.outcome')];
  const id = useId();
  const includes = (part: (typeof parts)[number], on: boolean) =>
    map({ ...form, talkIncludes: parts.filter((own) => (own === part ? on : form.talkIncludes.includes(own))) });
  return (
    <div className="grid grid-cols-1 gap-4 px-4 py-3 sm:grid-cols-3">
      <NativeSelect
        id={`${id}-decimal`}
        label={t('decimal')}
        value={form.decimal}
        onChange={(decimal) => map({ ...form, decimal: decimal as MappingForm['decimal'] })}
        options={(['point', 'comma'] as const).map((value) => ({ value, label: t(`decimals.${value}`) }))}
      />
      <NativeSelect
        id={`${id}-otherwise`}
        label={t('otherwise')}
        value={form.otherwise}
        onChange={(otherwise) => map({ ...form, otherwise })}
        options={[
          { value: '', label: t('otherwiseAsked') },
          ...outcomes.map((value) => ({ value, label: outcome(value) })),
        ]}
      />
      <div>
        <Input
          label={t('timezone')}
          list={`${id}-zones`}
          value={form.timezone}
          onValueChange={(timezone) => map({ ...form, timezone })}
          placeholder={t('timezoneOfImport')}
        />
        <datalist id={`${id}-zones`}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <fieldset className="min-w-0 text-sm sm:col-span-2">
        <legend className="mb-1 font-medium">{t('talkIncludes')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {parts.map((part) => (
            <Check
              key={part}
              label={t(`column.${part}_s`)}
              checked={form.talkIncludes.includes(part)}
              onChange={(on) => includes(part, on)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0 text-sm">
        <legend className="mb-1 font-medium">{t('missing')}</legend>
        <Check
          label={t('noAbandoned')}
          checked={form.noAbandoned}
          onChange={(noAbandoned) => map({ ...form, noAbandoned })}
        />
      </fieldset>
    </div>
  );
}

const parts = ['hold', 'wrap', 'wait'] as const;

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex items-center gap-1.5 pointer-coarse:py-1.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}

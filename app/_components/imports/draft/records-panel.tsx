'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { cn } from '../../ui/class-names.ts';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { CallPart, SaidPreview, SaidRecord } from './said-preview.ts';
import type { Draft } from './use-draft.ts';

const FEW = 6;

const figures: readonly CallPart[] = ['waitMs', 'talkMs', 'holdMs', 'wrapMs', 'revenue'];

const head = 'h-8 border-line border-b px-3 font-medium text-muted text-xs whitespace-nowrap';
const cell = 'h-9 max-w-64 truncate whitespace-nowrap border-line border-b px-3';

/** The first records as they stand, and beside them what each becomes. */
export function RecordsPanel({ draft: { preview, stale } }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  const id = useId();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState(1);
  const files = [...new Set(preview.records.map(({ file }) => file))];
  const file = files.includes(chosen) ? chosen : (files[0] ?? 1);
  const records = preview.records.filter((record) => record.file === file);
  if (records.length === 0) return null;
  const shown = all ? records : records.slice(0, FEW);
  const header = preview.documents[file - 1]?.header ?? null;
  return (
    <Panel aria-label={t('records')}>
      <div className="flex flex-wrap items-baseline gap-x-3 px-4 py-3">
        <h2 className="font-semibold">{t('records')}</h2>
        <p className="mr-auto text-muted text-sm">{t('startsIn', { zone: preview.zone })}</p>
        {files.length > 1 && (
          <NativeSelect
            id={id}
            label={t('recordsOf')}
            labelHidden
            value={String(file)}
            onChange={(place) => setChosen(Number(place))}
            options={files.map((place) => ({
              value: String(place),
              label: preview.documents[place - 1]?.name ?? String(place),
            }))}
          />
        )}
      </div>
      <div className={cn('grid grid-cols-1 border-line border-t md:grid-cols-2', stale && 'opacity-60')}>
        <SourceTable records={shown} header={header} />
        <CallTable records={shown} preview={preview} />
      </div>
      {records.length > FEW && (
        <div className="px-4 py-3">
          <Button onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('fewer') : t('more', { count: records.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** Records without a header stand in columns without a name. */
type SourceProps = { records: readonly SaidRecord[]; header: readonly string[] | null };

const keyOf = ({ file, row }: SaidRecord, index: number) => `${file} ${row} ${index}`;

function SourceTable({ records, header }: SourceProps) {
  const t = useTranslations('ui.draft');
  const width = Math.max(header?.length ?? 0, ...records.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => header?.[index] ?? '');
  return (
    <ScrollRegion label={t('asItStands')} className="border-line md:border-r">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="px-3 py-2 text-left font-medium text-xs">{t('asItStands')}</caption>
        <thead className="text-left">
          <tr>
            <th scope="col" className={cn(head, 'w-px text-right')}>
              {t('row')}
            </th>
            {columns.map((name, index) => (
              <th key={`${String(index)} ${name}`} scope="col" className={head}>
                {name || (header ? '' : t('columnOf', { n: index + 1 }))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, index) => (
            <tr key={keyOf(record, index)}>
              <th scope="row" className={cn(cell, 'text-right font-normal text-muted')}>
                {record.row}
              </th>
              {columns.map((name, place) => (
                <SourceCell
                  key={`${String(place)} ${name}`}
                  text={record.cells[place] ?? ''}
                  faulty={record.faults.some(({ column }) => column !== null && isSame(column, name))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function SourceCell({ text, faulty }: { text: string; faulty: boolean }) {
  const t = useTranslations('ui.draft');
  return (
    <td className={cn(cell, faulty && 'bg-failing-soft text-failing')} title={text}>
      {faulty && <span className="sr-only">{t('atFault')} </span>}
      {text}
    </td>
  );
}

type CallProps = { records: readonly SaidRecord[]; preview: SaidPreview };

function CallTable({ records, preview: { parts, ready } }: CallProps) {
  const t = useTranslations('ui.draft');
  return (
    <ScrollRegion label={t('becomes')} className="bg-sunken/40">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="px-3 py-2 text-left font-medium text-xs">{t('becomes')}</caption>
        <thead className="text-left">
          <tr>
            <th scope="col" className={cn(head, 'w-px text-right')}>
              {t('row')}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" className={cn(head, figures.includes(part) && 'text-right')}>
                {t(`part.${part}`)}
              </th>
            ))}
            {parts.length === 0 && (
              <th scope="col" className={head}>
                {t('result')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {records.map((record, index) => (
            <tr key={keyOf(record, index)}>
              <th scope="row" className={cn(cell, 'text-right font-normal text-muted')}>
                {record.row}
              </th>
              <CallCells record={record} parts={parts} ready={ready} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CallCells({ record, parts, ready }: { record: SaidRecord; parts: readonly CallPart[]; ready: boolean }) {
  const t = useTranslations('ui.draft');
  const { call, faults } = record;
  if (call)
    return parts.map((part) => (
      <td key={part} className={cn(cell, figures.includes(part) && 'text-right')} title={call[part]}>
        {call[part]}
      </td>
    ));
  const said = faults.map(({ column, text }) => (column === null ? text : `${column}: ${text}`)).join('; ');
  return (
    <td
      colSpan={Math.max(1, parts.length)}
      className={cn(cell, 'max-w-none', faults.length > 0 ? 'text-failing' : 'text-muted')}
      title={said}
    >
      {faults.length > 0 ? t('rejectedFor', { reasons: said }) : t(ready ? 'partOfCall' : 'notReadYet')}
    </td>
  );
}

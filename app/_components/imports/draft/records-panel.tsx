'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { cn } from '../../ui/class-names.ts';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import { cell, NumberedTable } from './numbered-table.tsx';
import type { CallPart, SaidPreview, SaidRecord } from './said-preview.ts';
import type { Draft } from './use-draft.ts';

const FEW = 6;

const figures: readonly CallPart[] = ['waitMs', 'talkMs', 'holdMs', 'wrapMs', 'revenue'];

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

function SourceTable({ records, header }: SourceProps) {
  const t = useTranslations('ui.draft');
  const width = Math.max(header?.length ?? 0, ...records.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const name = header?.[index] ?? '';
    return { key: `${String(index)} ${name}`, name, label: header ? name : t('columnOf', { n: index + 1 }) };
  });
  return (
    <NumberedTable
      caption={t('asItStands')}
      columns={columns}
      records={records}
      cells={({ cells, faults }) =>
        columns.map(({ key, name }, place) => (
          <SourceCell
            key={key}
            text={cells[place] ?? ''}
            faulty={faults.some(({ column }) => column !== null && isSame(column, name))}
          />
        ))
      }
      className="border-line md:border-r"
    />
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
  const columns = parts.map((part) => ({ key: part, label: t(`part.${part}`), right: figures.includes(part) }));
  return (
    <NumberedTable
      caption={t('becomes')}
      columns={columns.length > 0 ? columns : [{ key: 'result', label: t('result') }]}
      records={records}
      cells={(record) => <CallCells record={record} parts={parts} ready={ready} />}
      className="bg-sunken/40"
    />
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

'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FailureNote } from '../../inputs/failure-note.tsx';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { cn } from '../../ui/class-names.ts';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SaidPreview } from './said-preview.ts';
import type { Draft } from './use-draft.ts';

/** What the delivery comes to as it is read now, and the decision on it. */
export function DecisionPanel({ draft, keptDays }: { draft: Draft; keptDays: number | null }) {
  const t = useTranslations('ui.draft');
  const { preview, stale, trouble, busy, failure, decide } = draft;
  const lack = lackOf(draft);
  const blocked = lack !== null || stale || busy !== null;
  return (
    <Panel id="decision" aria-label={t('decision')} className="scroll-mt-4 divide-y divide-line xl:sticky xl:top-4">
      <div className="space-y-3 p-4">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="font-semibold">{t('decision')}</h2>
          <p role="status" className="text-muted text-xs">
            {trouble === null && t(stale ? 'busy' : 'fresh')}
          </p>
        </div>
        {trouble !== null && <p className="text-failing text-sm">{trouble || t('lost')}</p>}
        {lack !== null && <p className="text-pretty text-at-risk text-sm">{t(`lack.${lack}`)}</p>}
        <Counts preview={preview} />
        {preview.ready && preview.outcomes.length > 0 && <Outcomes preview={preview} />}
        {preview.rejects.length > 0 && <Rejects preview={preview} />}
      </div>
      <div className="space-y-3 p-4">
        <KeepMapping draft={draft} />
        {failure && (
          <FailureNote
            failure={{
              ...failure,
              errors: [...failure.errors, ...failure.faults.map(({ message }) => message)],
              faults: [],
            }}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={blocked} onClick={() => void decide('import')}>
            {t(busy === 'import' ? 'importing' : 'import')}
          </Button>
          {keptDays !== null ? (
            <Button disabled={busy !== null} onClick={() => void decide('discard')}>
              {t('discard')}
            </Button>
          ) : (
            <Link href={`/imports/${draft.id}`} className={buttonStyle()}>
              {t('leaveIt')}
            </Link>
          )}
        </div>
        <p className="text-pretty text-muted text-xs">
          {t('nothingWritten')} {keptDays !== null && t('keptDays', { days: keptDays })}
        </p>
      </div>
    </Panel>
  );
}

/** Where the decision is far below: what it comes to, always in sight, and the way there. */
export function DecisionStrip({ draft }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  const { preview, stale } = draft;
  const lack = lackOf(draft);
  const { calls, rejected } = preview.counts;
  return (
    <p
      className={cn(
        'sticky bottom-0 z-10 -mx-4 flex items-center gap-3 border-line border-t bg-surface px-4 py-2 text-sm lg:-mx-6 lg:px-6 xl:hidden',
        stale && 'text-muted',
      )}
    >
      <span className="mr-auto min-w-0 truncate">
        {lack !== null && lack !== 'calls' ? t(`lack.${lack}`) : t('strip', { calls, rejected })}
      </span>
      <a href="#decision" className={buttonStyle({ variant: 'primary' })}>
        {t('decide')}
      </a>
    </p>
  );
}

type Lack = 'unusable' | 'document' | 'dates' | 'mapping' | 'calls';

/** Why it cannot be imported as it is read now; null where it can. */
function lackOf({ preview, table, form }: Draft): Lack | null {
  if (preview.ready) return preview.whole && preview.counts.calls === 0 ? 'calls' : null;
  if (preview.documents.length > 1 && preview.documents.some(({ problem }) => problem !== null)) return 'document';
  if (!table || !form) return 'unusable';
  const { started_at: start } = form.columns;
  return table.questions.length > 0 && (start.kind !== 'column' || start.format === '') ? 'dates' : 'mapping';
}

function Counts({ preview: { counts, whole, ready } }: { preview: SaidPreview }) {
  const t = useTranslations('ui.draft');
  const { records, calls, rejected, notCalls } = counts;
  const parts = records - calls - rejected - notCalls;
  const rows = [
    { id: 'calls', n: calls, tone: 'font-semibold' },
    { id: 'rejected', n: rejected, tone: rejected > 0 ? 'text-failing' : '' },
    ...(parts > 0 ? [{ id: 'parts', n: parts, tone: '' } as const] : []),
    ...(notCalls > 0 ? [{ id: 'notCalls', n: notCalls, tone: '' } as const] : []),
  ] as const;
  return (
    <div className="text-sm">
      {ready && <p className="text-pretty">{t(whole ? 'allRecords' : 'firstRecords', { records })}</p>}
      {ready && records > 0 && (
        <dl className="mt-2 space-y-1">
          {rows.map(({ id, n, tone }) => (
            <div key={id} className={cn('flex justify-between gap-3', tone)}>
              <dt>{t(`count.${id}`)}</dt>
              <dd>
                {t('number', { n })}
                {id === 'rejected' && n > 0 && ` (${t('share', { share: n / records })})`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Outcomes({ preview: { outcomes, counts } }: { preview: SaidPreview }) {
  const t = useTranslations('ui.draft');
  return (
    <div className="text-sm">
      <h3 className="mb-1 text-muted text-xs">{t('outcomes')}</h3>
      <ul className="space-y-1.5">
        {outcomes.map(({ outcome, label, calls }) => (
          <li key={outcome}>
            <p className="flex justify-between gap-3">
              <span>{label}</span>
              <span className="tabular-nums">
                {t('number', { n: calls })}{' '}
                <span className="text-muted">{t('share', { share: calls / Math.max(1, counts.calls) })}</span>
              </span>
            </p>
            <div aria-hidden="true" className="mt-0.5 h-1 rounded-full bg-sunken">
              <div
                className="h-1 rounded-full bg-accent"
                style={{ width: `${(100 * calls) / Math.max(1, counts.calls)}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rejects({ preview: { rejects } }: { preview: SaidPreview }) {
  const t = useTranslations('ui.draft');
  return (
    <div className="text-sm">
      <h3 className="mb-1 text-muted text-xs">{t('rejects')}</h3>
      <ul className="space-y-1">
        {rejects.map(({ column, reason, records }) => (
          <li key={`${column} ${reason}`} className="flex justify-between gap-3">
            <span className="wrap-anywhere">
              {column !== null && <code className="mr-1.5">{column}</code>}
              {reason}
            </span>
            <span className="text-right tabular-nums">{t('number', { n: records })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A mapping that was made here is worth keeping: the vendor's next file is read by it without a question. */
function KeepMapping({ draft }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  const { table, asked, preview, saveAs, setSaveAs } = draft;
  const id = useId();
  if (!table || asked.vendor === null || preview.table?.origin === 'saved') return null;
  const vendor = preview.choices.vendors.find((own) => own.id === asked.vendor)?.label ?? '';
  return (
    <Input
      id={id}
      label={t('keepMapping')}
      value={saveAs}
      maxLength={120}
      onValueChange={setSaveAs}
      placeholder={t('keepMappingExample', { vendor })}
      hint={
        preview.mappings.some(({ name }) => name === saveAs.trim())
          ? t('keepMappingAgain', { name: saveAs.trim() })
          : t('keepMappingHint', { vendor })
      }
    />
  );
}

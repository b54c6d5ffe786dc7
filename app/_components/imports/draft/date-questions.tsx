'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import { DateReadings } from '../mapping/date-readings.tsx';
import type { Draft } from './use-draft.ts';

/** Dates that can be read in more than one way, asked about and never guessed. */
export function DateQuestions({ draft: { table, form, map } }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  if (!table || !form || table.questions.length === 0) return null;
  const { started_at: start } = form.columns;
  const isOpen = start.kind !== 'column' || start.format === '';
  return (
    <Panel aria-label={t('dates')} className={isOpen ? 'border-at-risk bg-at-risk-soft p-4' : 'p-4'}>
      <h2 className={isOpen ? 'font-semibold text-at-risk' : 'font-semibold'}>{t('dates')}</h2>
      <p className="mt-1 max-w-2xl text-pretty text-sm">{t('datesLead')}</p>
      {table.questions.map((question) => (
        <DateReadings
          key={question.column}
          question={question}
          chosen={start.format}
          onChoose={(format) =>
            map({ ...form, columns: { ...form.columns, started_at: { ...start, kind: 'column', format } } })
          }
        />
      ))}
    </Panel>
  );
}

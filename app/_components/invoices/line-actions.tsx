'use client';

import { useTranslations } from 'next-intl';
import type { Option } from '../ui/select.tsx';
import { LineMatch } from './line-match.tsx';
import { LineState } from './line-state.tsx';
import { NoteList } from './note-list.tsx';
import type { SaidLine } from './said-line.ts';

const tones = { open: 'text-muted', agreed: 'text-healthy', disputed: 'text-failing', credited: 'text-accent' };
const signs = { open: '○', agreed: '✓', disputed: '✕', credited: '↩' };

/** Where a billed line stands, what was said of it, and, opened, what can be done. */
export function LineActions({ line, choices }: { line: SaidLine; choices: readonly Option[] }) {
  const t = useTranslations('ui.invoices');
  const { state, credited, description, number, place, notes } = line;
  return (
    <div className="space-y-2 rounded-md border border-line bg-canvas p-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className={`whitespace-nowrap font-medium ${tones[state]}`}>
          <span aria-hidden="true">{signs[state]} </span>
          {t(`states.${state}`)}
          {credited && `: ${credited}`}
        </span>
        <span className="wrap-anywhere">{description}</span>
        <span className="whitespace-nowrap text-muted">{line.amount}</span>
      </p>
      <NoteList notes={notes} />
      <details className="print:hidden">
        <summary className="w-fit cursor-pointer text-accent text-sm hover:underline">
          {t('change')}
          <span className="sr-only">: {t('lineOf', { place, number })}</span>
        </summary>
        <div className="mt-3 grid gap-5 lg:grid-cols-2">
          <LineState line={line} />
          <LineMatch line={line} choices={choices} />
        </div>
      </details>
    </div>
  );
}

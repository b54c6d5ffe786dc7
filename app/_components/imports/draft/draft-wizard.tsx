'use client';

import { MappingEditor } from '../mapping/mapping-editor.tsx';
import { DateQuestions } from './date-questions.tsx';
import { DecisionPanel, DecisionStrip } from './decision-panel.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { RecordsPanel } from './records-panel.tsx';
import type { SaidPreview } from './said-preview.ts';
import { useDraft } from './use-draft.ts';
import { WordsPanel } from './words-panel.tsx';

type Props = {
  id: string;
  /** How long it waits for a decision, where it was never tried: then it can be discarded. */
  keptDays: number | null;
  first: SaidPreview;
  zones: readonly string[];
};

/** A delivery on which nothing was decided: what it is, what it becomes, and what somebody must say before. */
export function DraftWizard({ id, keptDays, first, zones }: Props) {
  const draft = useDraft(id, first);
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-4">
          <DocumentsPanel draft={draft} />
          <ReadingPanel draft={draft} zones={zones} />
          <DateQuestions draft={draft} />
          <WordsPanel draft={draft} />
          <RecordsPanel draft={draft} />
          {draft.form && draft.table && (
            <MappingEditor draft={draft} form={draft.form} table={draft.table} zones={zones} />
          )}
        </div>
        <DecisionPanel draft={draft} keptDays={keptDays} />
      </div>
      <DecisionStrip draft={draft} />
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { type Outcome, outcomes } from '#calls';
import { NativeSelect } from '../../ui/native-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import { leftWords } from './left-words.ts';
import type { Draft } from './use-draft.ts';

/** Words of the vendor's that nobody has explained, each to be explained on the spot. What is chosen stays to be changed. */
export function WordsPanel({ draft }: { draft: Draft }) {
  const t = useTranslations('ui.draft');
  const { preview, words, explain, asked } = draft;
  const unknownOutcomes = preview.dispositions.filter(
    ({ word, outcome }) => outcome === null || Object.hasOwn(words.outcomes, word),
  );
  const left = leftWords({ ...preview, asked });
  const unknownQueues =
    left.queue === null
      ? []
      : preview.queues.filter(({ word, program }) => program === null || Object.hasOwn(words.programs, word));
  if (asked.vendor === null || (unknownOutcomes.length === 0 && unknownQueues.length === 0)) return null;
  const vendor = preview.choices.vendors.find(({ id }) => id === asked.vendor)?.label ?? asked.vendor;
  return (
    <Panel aria-label={t('words')} className="space-y-4 p-4">
      <div>
        <h2 className="font-semibold">{t('words')}</h2>
        <p className="mt-1 max-w-3xl text-pretty text-muted text-sm">{t('wordsLead', { vendor })}</p>
      </div>
      {unknownOutcomes.length > 0 && (
        <WordList
          title={t('dispositions')}
          entries={unknownOutcomes.map(({ word, calls }) => ({ word, calls, means: meantBy(words.outcomes, word) }))}
          none={t(`left.${left.disposition}`)}
          options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          onChange={(word, means) => explain({ outcomes: set(words.outcomes, word, means as Outcome | '') })}
        />
      )}
      {left.queue !== null && unknownQueues.length > 0 && (
        <WordList
          title={t('queues')}
          entries={unknownQueues.map(({ word, calls }) => ({ word, calls, means: meantBy(words.programs, word) }))}
          none={t(`left.${left.queue}`)}
          options={preview.choices.programs.map(({ id, label }) => ({ value: id, label }))}
          onChange={(word, means) => explain({ programs: set(words.programs, word, means) })}
        />
      )}
    </Panel>
  );
}

/** What is chosen for a word; empty where nothing is. */
function meantBy(meanings: Readonly<Record<string, string>>, word: string): string {
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? '') : '';
}

/** The meanings with this one, or without where it is none. */
function set<Meaning extends string>(
  meanings: Readonly<Record<string, Meaning>>,
  word: string,
  means: Meaning | '',
): Record<string, Meaning> {
  const { [word]: _, ...others } = meanings;
  return means === '' ? others : { ...others, [word]: means };
}

type ListProps = {
  title: string;
  entries: readonly { word: string; calls: number; means: string }[];
  /** What is written where a word is left unexplained. */
  none: string;
  options: readonly { value: string; label: string }[];
  onChange: (word: string, means: string) => void;
};

function WordList({ title, entries, none, options, onChange }: ListProps) {
  const t = useTranslations('ui.draft');
  const id = useId();
  return (
    <div className="text-sm">
      <h3 className="mb-1.5 text-muted text-xs">{title}</h3>
      <ul className="divide-y divide-line border-line border-y">
        {entries.map(({ word, calls, means }, index) => (
          <li
            key={word}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[minmax(0,1fr)_7rem_14rem]"
          >
            <span className="wrap-anywhere font-medium">{word}</span>
            <span className="text-right text-muted tabular-nums">{t('calls', { calls })}</span>
            <div className="max-sm:col-span-2">
              <NativeSelect
                id={`${id}-${index}`}
                label={t('means', { word })}
                labelHidden
                value={means}
                onChange={(value) => onChange(word, value)}
                options={[{ value: '', label: none }, ...options]}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { SaidQuestion } from '../draft/said-preview.ts';

type Props = { question: SaidQuestion; chosen: string; onChoose: (format: string) => void };

/** One column of dates under each of the formats that it fits, to choose from. */
export function DateReadings({ question, chosen, onChoose }: Props) {
  const t = useTranslations('ui.mapping');
  const name = useId();
  const { column, formats, examples } = question;
  return (
    <fieldset className="mt-3 min-w-0 text-sm">
      <legend className="mb-1.5 font-medium">{t('question', { column, example: examples[0]?.text ?? '' })}</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {formats.map((format, place) => (
          <label
            key={format}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface p-3 has-checked:border-accent has-checked:outline-1 has-checked:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={chosen === format}
              onChange={() => onChoose(format)}
              className="mt-0.5 size-4 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{examples[0]?.reads[place]}</span>
              <span className="block text-muted text-xs">{format}</span>
              {examples.slice(1, 4).map(({ text, reads }) => (
                <span key={text} className="mt-0.5 block text-muted">
                  {t('reads', { text, as: reads[place] ?? '' })}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

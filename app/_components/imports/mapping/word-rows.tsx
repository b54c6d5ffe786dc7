'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Input } from '../../ui/input.tsx';
import { NativeSelect, type SelectOption } from '../../ui/native-select.tsx';
import type { WordForm } from './mapping-form.ts';

type Props = {
  /** The part of a call that the words stand in. */
  label: string;
  /** Words that the file is seen with. */
  seen: readonly string[];
  words: readonly WordForm[];
  onChange: (words: WordForm[]) => void;
  /** What a word can mean; null = any text. */
  options: readonly SelectOption[] | null;
  /** What is written where a word is given no meaning. */
  none: string;
};

const MOST = 12;

/** The words that a column is seen with, or that were given a meaning, each with what it means. */
export function WordRows({ label, seen, words, onChange, options, none }: Props) {
  const t = useTranslations('ui.mapping');
  const id = useId();
  const all = [...new Set([...words.map(({ word }) => word), ...seen])].slice(0, Math.max(MOST, words.length));
  const meansOf = (word: string) => words.find((own) => own.word === word)?.means ?? '';
  const say = (word: string, means: string) =>
    onChange(
      words.some((own) => own.word === word)
        ? words.map((own) => (own.word === word ? { word, means } : own))
        : [...words, { word, means }],
    );
  if (all.length === 0) return null;
  return (
    <details className="text-sm" open={words.length > 0 || all.length <= 4}>
      <summary className="text-muted text-xs hover:text-ink">{t('words', { count: all.length })}</summary>
      <ul className="mt-1.5 grid gap-1.5">
        {all.map((word, index) => (
          <li key={word} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-2">
            <code className="wrap-anywhere">{word}</code>
            {options ? (
              <NativeSelect
                id={`${id}-${index}`}
                label={t('wordMeans', { word, column: label })}
                labelHidden
                value={meansOf(word)}
                onChange={(means) => say(word, means)}
                options={[{ value: '', label: none }, ...options]}
              />
            ) : (
              <Input
                label={t('wordMeans', { word, column: label })}
                labelHidden
                value={meansOf(word)}
                placeholder={none}
                onValueChange={(means) => say(word, means)}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

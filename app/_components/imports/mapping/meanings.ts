'use client';

import { useTranslations } from 'next-intl';
import { outcomes } from '#calls';
import type { CanonicalColumn } from '#imports';
import type { SelectOption } from '../../ui/native-select.tsx';
import type { SaidPreview, SaidTable } from '../draft/said-preview.ts';

/** The values that a part of a call can have; null = any text. */
export function useMeanings(name: CanonicalColumn, { choices }: SaidPreview): readonly SelectOption[] | null {
  const [t, outcome] = [useTranslations('ui.mapping.meaning'), useTranslations('ui.draft.outcome')];
  switch (name) {
    case 'direction':
      return (['inbound', 'outbound'] as const).map((value) => ({ value, label: t(value) }));
    case 'answered':
      return (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
    case 'outcome':
    case 'disposition':
      return outcomes.map((value) => ({ value, label: outcome(value) }));
    case 'program':
      return choices.programs.map(({ id, label }) => ({ value: id, label }));
    case 'vendor':
      return choices.vendors.map(({ id, label }) => ({ value: id, label }));
    default:
      return null;
  }
}

/** The columns of a file to choose from; one without a name of its own is told by its place too. */
export function columnOptions({ columns }: SaidTable): SelectOption[] {
  return columns.map(({ header, column }) => ({
    value: column,
    label: header === column ? header : `${header} ${column}`.trim(),
  }));
}

/** The words that a column of the file has in the first records. */
export function wordsSeen(column: string | undefined, { columns }: SaidTable, { records }: SaidPreview): string[] {
  const place = columns.findIndex((own) => own.column === column);
  if (place < 0) return [];
  return [...new Set(records.map(({ cells }) => cells[place]?.trim() ?? '').filter((word) => word !== ''))];
}

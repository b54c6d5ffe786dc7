'use client';

import { useTranslations } from 'next-intl';
import type { Choice, InputSort } from '#views';
import { TableFileForm } from './table-file-form.tsx';

type Taken = { rows: number; inserted: number; updated: number; unchanged: number; warnings: string[] };
type Props = { sort: InputSort; vendors: readonly Choice[] };

/** A file of one sort of inputs. */
export function FileForm({ sort, vendors }: Props) {
  const t = useTranslations('ui.inputs');
  return (
    <TableFileForm<Taken>
      label={t('upload')}
      hint={t(sort === 'rates' ? 'ratesFile' : 'columns')}
      to={{ path: '/inputs/upload', query: { sort } }}
      vendors={sort === 'indices' || sort === 'rates' ? null : vendors}
      said={({ rows, inserted, updated, unchanged }) => t('taken', { rows, inserted, updated, unchanged })}
    />
  );
}

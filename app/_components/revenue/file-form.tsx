'use client';

import { useTranslations } from 'next-intl';
import type { RevenueImported } from '#operations';
import type { Choice } from '#views';
import { TableFileForm } from '../inputs/table-file-form.tsx';

type Taken = Omit<RevenueImported, 'warnings'> & { warnings: string[] };

/** A file of events. */
export function FileForm({ vendors }: { vendors: readonly Choice[] }) {
  const t = useTranslations('ui.revenue');
  return (
    <TableFileForm<Taken>
      label={t('upload')}
      hint={t('columns')}
      to={{ path: '/revenue/upload' }}
      vendors={vendors}
      said={(taken) => `${t('taken', countsOf(taken))} ${t('found', foundOf(taken))}`}
    />
  );
}

function countsOf({ rows, inserted, updated, unchanged }: Taken) {
  return { rows, inserted, updated, unchanged };
}

function foundOf({ byCallId, byLastTouch, unmatched }: Taken) {
  return { byCallId, byLastTouch, none: Object.values(unmatched).reduce((sum, n) => sum + n, 0) };
}

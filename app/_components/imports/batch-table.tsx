import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ImportsView } from '#views';
import { getSay } from '../report/say.ts';
import { cn } from '../ui/class-names.ts';
import { batchTexts } from './batch-texts.ts';
import { StatusBadge } from './status-badge.tsx';

const figures = ['rows', 'inserted', 'updated', 'unchanged', 'rejected', 'seconds'] as const;
const cell = 'lg:px-3 lg:py-2.5 lg:first:pl-4 lg:last:pr-4';

/** Imported files, the latest first; one card for each on a phone. */
export async function BatchTable({ view: { batches, query, more } }: { view: ImportsView }) {
  const [t, say] = [await getTranslations('ui.imports'), await getSay()];
  const filtered = query.vendor !== null || query.status !== null;
  if (batches.length === 0)
    return <p className="px-4 pb-4 text-muted text-sm">{t(filtered ? 'noneLikeThis' : 'none')}</p>;
  return (
    <>
      <table className="w-full text-sm max-lg:block">
        <caption className="sr-only">{t('history')}</caption>
        <thead className="text-left text-muted text-xs max-lg:hidden">
          <tr className="border-line border-b *:px-3 *:py-1.5 *:font-medium *:first:pl-4 *:last:pr-4">
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('vendor')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('started')}</th>
            {figures.map((id) => (
              <th key={id} scope="col" className="text-right">
                {t(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-lg:block">
          {batches.map((batch) => {
            const texts = batchTexts(batch, say);
            return (
              <tr key={batch.id} className="hover:bg-sunken/60 max-lg:grid max-lg:grid-cols-3 max-lg:gap-3 max-lg:p-4">
                <td className={cn(cell, 'wrap-anywhere font-medium max-lg:col-span-2')}>
                  <Link href={`/imports/${batch.id}`} className="text-accent hover:underline">
                    {batch.fileName}
                  </Link>
                  <span className="block font-normal text-muted text-xs">{t(`source.${batch.source}`)}</span>
                </td>
                <td className={cn(cell, 'max-lg:order-2 max-lg:col-span-2')}>{batch.vendorName}</td>
                <td className={cn(cell, 'max-lg:order-1 max-lg:text-right')}>
                  <StatusBadge status={batch.status} />
                </td>
                <td className={cn(cell, 'whitespace-nowrap text-muted max-lg:order-2 max-lg:col-span-3')}>
                  {texts.started}
                </td>
                {figures.map((id) => (
                  <td
                    key={id}
                    className={cn(
                      cell,
                      'whitespace-nowrap text-right max-lg:order-3 max-lg:text-left',
                      id === 'rejected' && batch.rejected > 0 && 'font-medium text-failing',
                    )}
                  >
                    <span className="block text-muted text-xs lg:hidden">{t(id)}</span>
                    {texts[id]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {more && (
        <p className="border-line border-t px-4 py-2.5 text-muted text-sm">{t('older', { shown: batches.length })}</p>
      )}
    </>
  );
}

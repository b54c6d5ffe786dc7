import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Say } from '#format';
import { cn } from '../ui/class-names.ts';
import { ColumnHead, Explained } from './column-head.tsx';
import type { Comparison } from './comparison.ts';
import { ComparisonRow } from './comparison-row.tsx';
import { PairAxis } from './pair-axis.tsx';

type Props = { comparison: Comparison; say: Say };

/** Vendors side by side: a dense table on a desk, one card for each vendor on a phone. */
export async function ComparisonTable({ comparison, say }: Props) {
  const t = await getTranslations('ui.report');
  const { table, column, pairAxis } = comparison;
  const head = (id: string) => <ColumnHead column={column(id)} say={say} stacked />;
  return (
    <table className="w-full text-sm card:block">
      <caption className="sr-only">{say(table.title)}</caption>
      <thead className="card:hidden">
        <tr className="border-line border-b align-bottom text-muted text-xs">
          <Head className="pl-4 text-left">{t('vendorProgram')}</Head>
          <Head>{head('calls')}</Head>
          <Head>{head('cost')}</Head>
          <Head className="w-[20%] min-w-44 px-1 text-left">
            <span className="sr-only">{t('pair')}</span>
            <PairAxis scale={pairAxis} say={say} />
          </Head>
          <Head className="text-left">{head('revenue')}</Head>
          <Head>{head('margin')}</Head>
          <Head>{head('aht')}</Head>
          <Head>{head('breakEvenAht')}</Head>
          <Head className="w-36 pl-6 text-left">{head('zone')}</Head>
          <Head className="pr-4 pl-6 text-left">
            <Explained id="state" title={say(column('state').label)}>
              {say(column('state').label)}
            </Explained>
          </Head>
        </tr>
      </thead>
      {table.rows.map((row) => (
        <ComparisonRow key={row.id} row={row} comparison={comparison} say={say} />
      ))}
      {table.total && <ComparisonRow row={table.total} comparison={comparison} say={say} total />}
    </table>
  );
}

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cn('whitespace-nowrap px-3 py-2 text-right font-medium', className)}>
      {children}
    </th>
  );
}

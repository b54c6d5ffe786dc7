import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../../ui/class-names.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { SaidRecord } from './said-preview.ts';

const head = 'h-8 border-line border-b px-3 font-medium text-muted text-xs whitespace-nowrap';

/** How a cell of such a table looks, so that tables side by side have rows of one height. */
export const cell = 'h-9 max-w-64 truncate whitespace-nowrap border-line border-b px-3';

type Props = {
  caption: string;
  columns: readonly { key: string; label: string; right?: boolean }[];
  records: readonly SaidRecord[];
  /** The cells of a record, without its number. */
  cells: (record: SaidRecord) => ReactNode;
  className: string;
};

/** Records by the numbers that their rows have in the file. */
export function NumberedTable({ caption, columns, records, cells, className }: Props) {
  const t = useTranslations('ui.draft');
  return (
    <ScrollRegion label={caption} className={className}>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="px-3 py-2 text-left font-medium text-xs">{caption}</caption>
        <thead className="text-left">
          <tr>
            <th scope="col" className={cn(head, 'w-px text-right')}>
              {t('row')}
            </th>
            {columns.map(({ key, label, right }) => (
              <th key={key} scope="col" className={cn(head, right && 'text-right')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, index) => (
            <tr key={`${record.file} ${record.row} ${String(index)}`}>
              <th scope="row" className={cn(cell, 'text-right font-normal text-muted')}>
                {record.row}
              </th>
              {cells(record)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

import type { ReactNode } from 'react';
import type { Say } from '#format';
import type { Row, Table } from '#reports';
import { cn } from '../ui/class-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { cellPadding, sideOf } from './cell-style.ts';
import { ColumnHead } from './column-head.tsx';

type Props = {
  table: Table;
  say: Say;
  /** The bodies of the table. */
  children: ReactNode;
  /** Draws what all rows add up to, where there is such a row. */
  totalOf: (total: Row) => ReactNode;
};

/** A report's table between the heads of its columns and its total; wider than the screen it scrolls in itself. */
export function TableFrame({ table: { title, columns, total }, say, children, totalOf }: Props) {
  return (
    <ScrollRegion label={say(title)}>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-muted text-xs">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cn(cellPadding, 'whitespace-nowrap py-1.5 font-medium', sideOf(column))}
              >
                <ColumnHead column={column} say={say} />
              </th>
            ))}
          </tr>
        </thead>
        {children}
        {total && <tfoot className="border-line-strong border-t font-semibold">{totalOf(total)}</tfoot>}
      </table>
    </ScrollRegion>
  );
}

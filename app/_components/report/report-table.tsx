import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type Cell, isRoundedTotal, type Say } from '#format';
import type { Column, Row, Table } from '#reports';
import { cn } from '../ui/class-names.ts';
import { cellPadding, sideOf } from './cell-style.ts';
import { Figure } from './figure.tsx';
import { TableFrame } from './table-frame.tsx';

/** Any table of a report as it is; wider than the screen it scrolls in itself. */
export async function ReportTable({ table, say }: { table: Table; say: Say }) {
  const t = await getTranslations('ui.report');
  const { columns, rows, total } = table;
  const all = total ? [...rows, total] : rows;
  const mixed = new Set(columns.map(({ id }) => id).filter((id) => isMixed(all.map(({ cells }) => cells[id]))));
  if (rows.length === 0) return <p className="px-4 pb-4 text-muted text-sm">{t('noRows')}</p>;
  return (
    <TableFrame
      table={table}
      say={say}
      totalOf={(own) => <TableRow row={own} columns={columns} mixed={mixed} say={say} />}
    >
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} row={row} columns={columns} mixed={mixed} say={say} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function isMixed(cells: readonly (Cell | undefined)[]): boolean {
  const totals = cells.filter((cell) => cell?.kind === 'amount');
  return totals.some(isRoundedTotal) && !totals.every(isRoundedTotal);
}

type RowProps = {
  row: Row;
  columns: readonly Column[];
  /** The columns with totals that are written with minor units and others without. */
  mixed: ReadonlySet<string>;
  say: Say;
};

function TableRow({ row, columns, mixed, say }: RowProps) {
  return (
    <>
      <tr className={cn('border-line border-t align-top', row.href && 'hover:bg-sunken/60')}>
        {columns.map((column, index) => (
          <td
            key={column.id}
            className={cn(
              cellPadding,
              sideOf(column),
              row.cells[column.id]?.kind === 'say' ? 'min-w-28 max-w-md sm:min-w-40' : 'whitespace-nowrap',
            )}
          >
            {index === 0 && row.href ? (
              <Link href={row.href} className="font-medium text-accent hover:underline">
                <Figure cell={row.cells[column.id]} say={say} />
              </Link>
            ) : (
              <Figure
                cell={row.cells[column.id]}
                say={say}
                worked={row.worked?.[column.id]}
                inLine={mixed.has(column.id)}
              />
            )}
          </td>
        ))}
      </tr>
      {row.reason && (
        <tr>
          <td colSpan={columns.length} className={cn(cellPadding, 'pt-0 text-muted')}>
            {/* On a phone the table is wider than the screen: a sentence stays on it, and widens no column. */}
            <span className="sticky left-4 block w-0 min-w-[min(100%,100vw-4.5rem)] text-pretty">
              {say(row.reason)}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type Cell, cellText, type Say } from '#format';
import type { Column, Row, Table } from '#reports';
import type { InvoiceView } from '#views';
import { cellPadding, sideOf } from '../report/cell-style.ts';
import { Figure } from '../report/figure.tsx';
import { TableFrame } from '../report/table-frame.tsx';
import { cn } from '../ui/class-names.ts';
import { Panel } from '../ui/panel.tsx';
import { LineActions } from './line-actions.tsx';
import { saidLine } from './said-line.ts';

/** Columns of words. */
const wraps = new Set(['line', 'theirLine', 'lineState']);

/** Their lines beside ours, with why they differ, and what can be done about each. */
export async function LinesPanel({ view, say }: { view: InvoiceView; say: Say }) {
  const table = view.report.sections.find((section): section is Table => section.id === 'lines');
  if (!table) return null;
  const { columns, rows } = table;
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{say(table.title)}</h2>
      <TableFrame
        table={table}
        say={say}
        totalOf={(total) => <Figures row={total} columns={columns} currency={view.invoice.currency} say={say} />}
      >
        {rows.map((row) => (
          <PairingRows key={row.id} row={row} columns={columns} view={view} say={say} />
        ))}
      </TableFrame>
    </Panel>
  );
}

type RowProps = { row: Row; columns: readonly Column[]; say: Say };

async function PairingRows({ row, columns, view, say }: RowProps & { view: InvoiceView }) {
  const t = await getTranslations('ui.invoices');
  const choices = view.choices.map(({ id, label }) => ({ value: id, label: say(label) }));
  return (
    <tbody className="border-line border-t">
      <Figures row={row} columns={columns} currency={view.invoice.currency} say={say} />
      <tr>
        <td colSpan={columns.length} className={cn(cellPadding, 'pt-0')}>
          <div className="sticky left-4 max-w-[calc(100vw-4.5rem)] space-y-2">
            {row.reason && (
              <p className="max-w-3xl text-muted">
                {say(row.reason)}{' '}
                {row.href && (
                  <Link href={row.href} className="text-accent underline underline-offset-4">
                    {t('calls')}
                  </Link>
                )}
              </p>
            )}
            {(view.lines[row.id] ?? []).map((line) => (
              <LineActions
                key={`${line.invoice} ${line.place} ${line.state} ${line.matchedWith} ${line.notes.length}`}
                line={saidLine(line, say)}
                choices={choices}
              />
            ))}
          </div>
        </td>
      </tr>
    </tbody>
  );
}

function Figures({ row, columns, currency, say }: RowProps & { currency: string }) {
  return (
    <tr className="align-top">
      {columns.map((column) => {
        const cell = row.cells[column.id];
        return (
          <td
            key={column.id}
            className={cn(
              cellPadding,
              sideOf(column),
              wraps.has(column.id) ? 'wrap-anywhere min-w-36' : 'whitespace-nowrap',
            )}
          >
            {bareAmount(cell, currency, say) ?? <Figure cell={cell} say={say} />}
          </td>
        );
      })}
    </tr>
  );
}

/** An exact amount without its currency, which stands in the head of the column; null for any other cell. */
function bareAmount(cell: Cell | undefined, currency: string, say: Say): string | null {
  if (cell?.kind !== 'exact' || cell.cell.kind !== 'amount') return null;
  return cellText(cell, say).replace(new RegExp(`\\s${currency}$`), '');
}

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type Cell, cellText, type Say } from '#format';
import type { Column, Row, Table } from '#reports';
import type { InvoiceView } from '#views';
import { ColumnHead } from '../report/column-head.tsx';
import { Figure } from '../report/figure.tsx';
import { cn } from '../ui/class-names.ts';
import { Panel } from '../ui/panel.tsx';
import { LineActions } from './line-actions.tsx';
import { saidLine } from './said-line.ts';

/** Columns of words. */
const wraps = new Set(['line', 'theirLine', 'lineState']);
const padding = 'px-3 py-2 first:pl-4 last:pr-4';

/** Their lines beside ours, with why they differ, and what can be done about each. */
export async function LinesPanel({ view, say }: { view: InvoiceView; say: Say }) {
  const table = view.report.sections.find((section): section is Table => section.id === 'lines');
  if (!table) return null;
  const { columns, rows, total } = table;
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{say(table.title)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="overflow-x-auto" aria-label={say(table.title)} tabIndex={0}>
        <table className="w-full text-sm">
          <thead>
            <tr className="text-muted text-xs">
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={cn(padding, 'whitespace-nowrap py-1.5 font-medium', side(column))}
                >
                  <ColumnHead column={column} say={say} />
                </th>
              ))}
            </tr>
          </thead>
          {rows.map((row) => (
            <PairingRows key={row.id} row={row} columns={columns} view={view} say={say} />
          ))}
          {total && (
            <tfoot className="border-line-strong border-t font-semibold">
              <Figures row={total} columns={columns} currency={view.invoice.currency} say={say} />
            </tfoot>
          )}
        </table>
      </section>
    </Panel>
  );
}

function side({ align }: Column): string {
  return align === 'end' ? 'text-right' : 'text-left';
}

type RowProps = { row: Row; columns: readonly Column[]; say: Say };

async function PairingRows({ row, columns, view, say }: RowProps & { view: InvoiceView }) {
  const t = await getTranslations('ui.invoices');
  const choices = view.choices.map(({ id, label }) => ({ value: id, label: say(label) }));
  return (
    <tbody className="border-line border-t">
      <Figures row={row} columns={columns} currency={view.invoice.currency} say={say} />
      <tr>
        <td colSpan={columns.length} className={cn(padding, 'pt-0')}>
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
            className={cn(padding, side(column), wraps.has(column.id) ? 'wrap-anywhere min-w-36' : 'whitespace-nowrap')}
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

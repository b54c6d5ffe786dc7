'use client';

import { exactText, figureText, markOf, type Say } from '#format';
import type { Table } from '#reports';
import { cellPadding, sideOf } from '../report/cell-style.ts';
import { MadeOf } from '../report/made-of.tsx';
import { Notes } from '../report/notes.tsx';
import { ZoneBadge } from '../report/zone-badge.tsx';
import { cn } from '../ui/class-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';

const padding = cn(cellPadding, 'max-sm:px-2');

/** On a phone the unit makes room: whole columns are seconds or one currency. */
const narrow = (id: string) => (id === 'unit' ? 'max-sm:hidden' : '');

type Shown = { table: Table; say: Say };

/** A table of a report that is made in the browser; wider than the screen it scrolls in itself. */
export function ResultTable({ table, say }: Shown) {
  return (
    <>
      <ScrollRegion label={say(table.title)}>
        <table className="w-full text-sm">
          <thead>
            <tr className="text-muted text-xs">
              {table.columns.map(({ id, label, unit, align }) => (
                <th key={id} scope="col" className={cn(padding, 'font-medium', sideOf({ align }), narrow(id))}>
                  {say(label)} {unit && <span className="font-normal">{say(unit)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <ResultRow key={row.id} {...{ table, row, say }} />
            ))}
          </tbody>
          {table.total && (
            <tfoot className="border-line-strong border-t font-semibold">
              <ResultRow {...{ table, say }} row={table.total} />
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      {table.notes.length > 0 && <Notes notes={table.notes} say={say} className="border-line border-t px-4 py-3" />}
    </>
  );
}

function ResultRow({ table, row, say }: Shown & { row: Table['rows'][number] }) {
  return (
    <tr className="border-line border-t">
      {table.columns.map(({ id, align }, index) => {
        const cell = row.cells[id];
        const content =
          cell && (cell.kind === 'zone' ? <ZoneBadge zone={cell.zone} say={say} /> : figureText(cell, say));
        const mark = markOf(cell);
        const look = cn(padding, 'align-baseline font-normal tabular-nums', sideOf({ align }), narrow(id));
        if (index === 0)
          return (
            <th key={id} scope="row" className={cn(look, 'sm:min-w-40')}>
              {content}
            </th>
          );
        return (
          <td key={id} className={look} title={cell?.kind === 'unknown' ? exactText(cell, say) : undefined}>
            {content}
            {mark && <MadeOf>{say(mark)}</MadeOf>}
          </td>
        );
      })}
    </tr>
  );
}

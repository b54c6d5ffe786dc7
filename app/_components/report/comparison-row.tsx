import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cellText, type Say } from '#format';
import type { Row } from '#reports';
import { cn } from '../ui/class-names.ts';
import type { Comparison } from './comparison.ts';
import { Figure } from './figure.tsx';
import { pairOf } from './pair.ts';
import { PairAxis } from './pair-axis.tsx';
import { PairPicture } from './pair-picture.tsx';
import { VendorName } from './vendor-name.tsx';
import { ZoneCell } from './zone-cell.tsx';

type Props = { row: Row; comparison: Comparison; say: Say; total?: boolean };

/** One vendor and program. Below the desk's width the body is a card: its rows vanish and its cells are laid on a grid. */
export async function ComparisonRow({ row, comparison, say, total }: Props) {
  const { pairAxis, zoneAxis } = comparison;
  return (
    <tbody
      className={cn(
        'group border-line border-t card:grid card:grid-cols-6 card:gap-x-3 card:gap-y-3 card:p-4 desk:has-[a:hover]:bg-sunken/50',
        total && 'border-line-strong font-semibold',
      )}
    >
      <tr className="align-top card:contents">
        <td className="px-3 py-2.5 card:order-1 card:col-span-3 card:p-0 desk:pl-4">
          <VendorName row={row} say={say} />
        </td>
        <Cell id="calls" {...{ row, comparison, say }} className="card:order-7" />
        <Cell id="cost" {...{ row, comparison, say }} className="card:order-4" />
        <td className="px-1 py-1 card:order-3 card:col-span-6 card:p-0">
          <PairPicture pair={pairOf(row)} scale={pairAxis} />
          <PairAxis scale={pairAxis} say={say} className="desk:hidden" />
        </td>
        <Cell id="revenue" {...{ row, comparison, say }} className="card:order-5 tabular-nums desk:text-left" />
        <Cell id="margin" {...{ row, comparison, say }} total={total ?? false} className="card:order-6" />
        <Cell id="aht" {...{ row, comparison, say }} className="card:order-8" />
        <Cell id="breakEvenAht" {...{ row, comparison, say }} className="card:order-9" />
        <td className="px-3 py-2.5 card:order-10 card:col-span-6 card:p-0 desk:pl-6">
          {row.cells.zone && <Small>{say(comparison.column('zone').label)}</Small>}
          <ZoneCell row={row} scale={zoneAxis} say={say} />
        </td>
        <td className="py-2.5 pr-4 pl-6 card:order-2 card:col-span-3 card:p-0 card:text-right">
          <State row={row} say={say} />
        </td>
      </tr>
      {row.reason && (
        <tr className="card:contents">
          <td colSpan={10} className="pb-2.5 pl-9 card:order-11 card:col-span-6 card:p-0">
            <span className="text-pretty text-muted">{say(row.reason)}</span>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** A figure; on a card it carries its own head. */
function Cell({ id, row, comparison, say, total, className }: Props & { id: string; className: string }) {
  const { label, unit } = comparison.column(id);
  if (!row.cells[id]) return <td className={cn('card:hidden', className)} />;
  return (
    <td className={cn('px-3 py-2.5 text-right card:col-span-2 card:p-0 card:text-left', className)}>
      <Small>{unit ? `${say(label)} ${say(unit)}` : say(label)}</Small>
      <span className={cn(id === 'margin' && !total && 'font-medium')}>
        <Figure cell={row.cells[id]} say={say} worked={row.worked?.[id]} />
      </span>
    </td>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="flex items-end text-muted text-xs normal-nums max-sm:min-h-8 desk:hidden">{children}</span>;
}

/** The state, and since when. */
async function State({ row: { cells }, say }: { row: Row; say: Say }) {
  const t = await getTranslations('ui.report');
  return (
    <>
      <Figure cell={cells.state} say={say} />
      {cells.since?.kind === 'day' && (
        <span className="mt-0.5 block whitespace-nowrap pl-1.5 text-muted text-xs">
          {t('since', { day: cellText(cells.since, say) })}
        </span>
      )}
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { cn } from '../../ui/class-names.ts';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { SaidTable } from '../said-preview.ts';
import type { Previewed } from './use-preview.ts';

type Props = {
  previewed: Previewed;
  /** Whether the answer is of other terms than those in the form. */
  stale: boolean;
  /** Whether the terms have faults, so that nothing is asked. */
  faulty: boolean;
};

/** The last full month under the terms of the form next to how it was, and what saving them would do. */
export function PreviewPanel({ previewed: { preview, trouble }, stale, faulty }: Props) {
  const t = useTranslations('ui.contractEditor');
  return (
    <Panel aria-label={t('preview')} className="lg:sticky lg:top-4">
      <div className="flex items-baseline justify-between gap-3 px-4 py-3">
        <h2 className="font-semibold">{t('preview')}</h2>
        <p role="status" className="text-muted text-xs">
          {faulty ? t('previewFaulty') : stale ? t('previewBusy') : preview ? t('previewFresh') : ''}
        </p>
      </div>
      {trouble !== null && <p className="px-4 pt-2 text-failing text-sm">{trouble || t('previewLost')}</p>}
      {preview && (
        <div className="space-y-4 pb-4">
          {preview.month ? (
            <>
              <PreviewTable table={preview.month.figures} />
              <PreviewTable table={preview.month.lines} />
              {preview.month.rerated && <p className="px-4 text-muted text-xs">{t('rerated')}</p>}
            </>
          ) : (
            preview.faults.length === 0 && <p className="px-4 text-muted text-sm">{t('noMonth')}</p>
          )}
          {preview.effects.length > 0 && (
            <div className="px-4 text-sm">
              <h3 className="mb-1 font-medium">{t('effects')}</h3>
              <ul className="list-disc space-y-0.5 pl-4.5 text-muted">
                {preview.effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </Panel>
  );
}

/** Where the panel is far below the form: the first figure of it, always in sight. */
export function PreviewStrip({ previewed: { preview }, stale, faulty }: Props) {
  const t = useTranslations('ui.contractEditor');
  const figures = preview?.month?.figures;
  const cost = figures?.rows[0]?.cells;
  if (!cost) return null;
  return (
    <p
      className={cn(
        'sticky bottom-0 z-10 -mx-4 border-line border-t bg-surface px-4 py-2 text-sm lg:hidden',
        (stale || faulty) && 'text-muted',
      )}
    >
      {t('strip', { figure: cost.line ?? '', current: cost.current ?? '', proposed: cost.proposed ?? '' })}
    </p>
  );
}

function PreviewTable({ table }: { table: SaidTable }) {
  const [first, ...sides] = table.heads;
  return (
    <ScrollRegion label={table.title}>
      <table className="w-full text-sm">
        <caption className="px-4 pb-1 text-left text-muted text-xs">{table.title}</caption>
        <thead className="text-muted text-xs">
          <tr className="*:px-2 *:py-1 *:font-medium *:first:pl-4 *:last:pr-4">
            <th scope="col" className="text-left">
              {first?.text}
            </th>
            {sides.map(({ id, text }) => (
              <th key={id} scope="col" className="text-right">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, cells }) => (
            <PreviewRow key={id} cells={cells} sides={sides} />
          ))}
        </tbody>
        {table.total && (
          <tfoot className="font-semibold">
            <PreviewRow cells={table.total} sides={sides} />
          </tfoot>
        )}
      </table>
      {table.notes.map((note) => (
        <p key={note} className="px-4 pt-1 text-muted text-xs">
          {note}
        </p>
      ))}
    </ScrollRegion>
  );
}

function PreviewRow({ cells, sides }: { cells: Record<string, string>; sides: SaidTable['heads'] }) {
  const changed = cells.current !== cells.proposed;
  return (
    <tr className="border-line border-t align-top *:px-2 *:py-1.5 *:first:pl-4 *:last:pr-4">
      <td>{cells.line}</td>
      {sides.map(({ id }) => (
        <td key={id} className={cn('whitespace-nowrap text-right', id === 'proposed' && changed && 'text-accent')}>
          {cells[id]}
        </td>
      ))}
    </tr>
  );
}

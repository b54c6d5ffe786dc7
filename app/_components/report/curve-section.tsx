import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import { type CurveChart, pointCell } from '#reports';
import { LazyTimeChart } from '../charts/lazy-time-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { cellPadding } from './cell-style.ts';
import { ChartFigure } from './chart-figure.tsx';
import { drawCurve } from './draw-curve.ts';
import { Figure } from './figure.tsx';
import { Notes } from './notes.tsx';

/** Figures by days after the call: the drawing, and the same figures as a table. */
export async function CurveSection({ chart, say }: { chart: CurveChart; say: Say }) {
  const t = await getTranslations('ui.chart');
  const [title, unit] = [say(chart.title), say(chart.unit)];
  const lines = chart.lines.map(({ label }) => say(label)).join(', ');
  const drawn = drawCurve(chart, say, {
    description: t('describe', { title, unit, lines }),
    after: (days) => t('after', { days }),
  });
  return (
    <Panel>
      <ChartFigure title={title} unit={unit} lines={drawn.lines}>
        <LazyTimeChart chart={drawn} waiting={t('loading')} />
      </ChartFigure>
      <CurveTable chart={chart} say={say} />
      <Notes notes={chart.notes} say={say} className="border-line border-t px-4 py-3" />
    </Panel>
  );
}

/** Every day's figures for those who do not see the drawing, or want to read them off. */
async function CurveTable({ chart: { title, lines, unit }, say }: { chart: CurveChart; say: Say }) {
  const t = await getTranslations('ui.chart');
  const longest = Math.max(0, ...lines.map(({ points }) => points.length));
  return (
    <details className="border-line border-t print:hidden">
      <summary className="px-4 py-2.5 font-medium text-sm hover:bg-sunken/60">{t('table')}</summary>
      <ScrollRegion label={say(title)} className="max-h-96 overflow-auto">
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-surface text-muted text-xs">
            <tr>
              <th scope="col" className={`${cellPadding} text-left font-medium`}>
                {t('daysAfter')}
              </th>
              {lines.map(({ id, label }) => (
                <th key={id} scope="col" className={`${cellPadding} text-right font-medium`}>
                  {say(label)} {say(unit)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {Array.from({ length: longest }, (_, after) => (
              <tr key={String(after)}>
                <th scope="row" className={`${cellPadding} text-left font-normal`}>
                  {after}
                </th>
                {lines.map(({ id, points }) => (
                  <td key={id} className={`${cellPadding} text-right`}>
                    <Figure
                      cell={pointCell(unit, { day: '', calls: 0, value: points[after]?.value ?? null })}
                      say={say}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

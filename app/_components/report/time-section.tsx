import { getTranslations } from 'next-intl/server';
import { cellText, type Say } from '#format';
import type { TimeChart } from '#reports';
import { LazyTimeChart } from '../charts/lazy-time-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { ChartTable } from './chart-table.tsx';
import { drawChart } from './draw-chart.ts';
import { Notes } from './notes.tsx';

/** Figures over time: the drawing, what its marks are, and the same figures as a table. */
export async function TimeSection({ chart, say }: { chart: TimeChart; say: Say }) {
  const t = await getTranslations('ui.chart');
  const [title, unit] = [say(chart.title), say(chart.unit)];
  const lines = chart.lines.map(({ label }) => say(label)).join(', ');
  const empty = chart.lines.every(({ points }) => points.every(({ value }) => value === null));
  const drawn = drawChart(chart, say, {
    description: t('describe', { title, unit, lines }),
    calls: (n) => t('callsOf', { n }),
  });
  return (
    <Panel>
      <ChartFigure title={title} unit={unit} lines={drawn.lines}>
        {empty ? (
          <p className="px-4 py-6 text-muted text-sm">{t('empty')}</p>
        ) : (
          <LazyTimeChart chart={drawn} waiting={t('loading')} />
        )}
      </ChartFigure>
      {chart.marks.length > 0 && (
        <ol className="flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3 text-muted text-xs" aria-label={t('marks')}>
          {chart.marks.map(({ day, label }, index) => (
            <li key={`${day} ${label.key} ${JSON.stringify(label.values)}`}>
              <span className="mr-1 font-semibold text-ink">{index + 1}</span>
              {cellText({ kind: 'day', day }, say)}: {say(label)}
            </li>
          ))}
        </ol>
      )}
      <ChartTable chart={chart} say={say} />
      {chart.notes.length > 0 && (
        <div className="border-line border-t px-4 py-3">
          <Notes notes={chart.notes} say={say} />
        </div>
      )}
    </Panel>
  );
}

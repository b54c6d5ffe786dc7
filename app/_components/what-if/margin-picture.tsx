'use client';

import { useTranslations } from 'next-intl';
import { cellText } from '#format';
import { LazyTimeChart } from '../charts/lazy-time-chart.tsx';
import { ChartLegend } from '../report/chart-legend.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Curves, drawMargins, marginMarks } from './draw-margins.ts';
import { useSay } from './use-say.ts';

type Props = { curves: Curves; plan: number | null; currency: string };

/** Both margins against handle time, with today's, the plan's and the break-even handle times marked. */
export function MarginPicture({ curves, plan, currency }: Props) {
  const [t, say] = [useTranslations('ui.whatIf'), useSay()];
  const marks = marginMarks(curves, plan);
  const title = say({ key: 'whatIf.curve.title' });
  const drawn = drawMargins(curves, {
    ...{ marks, currency, say },
    words: { title, description: t('curveDescription'), share: (share) => t('shareOfToday', { share }) },
  });
  return (
    <Panel>
      <figure>
        <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 px-4 pt-3">
          <h2 className="font-semibold">
            {title} <span className="font-normal text-muted text-sm">{t('axes', { currency })}</span>
          </h2>
          <ChartLegend lines={drawn.lines} />
        </figcaption>
        <LazyTimeChart chart={drawn} waiting={t('waiting')} />
      </figure>
      <ol className="flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3 text-muted text-xs" aria-label={t('marks')}>
        {marks.map(({ id, aht }, index) => (
          <li key={id}>
            <span className="mr-1 font-semibold text-ink">{index + 1}</span>
            {t(id)}: {cellText({ kind: 'seconds', value: aht }, say)}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

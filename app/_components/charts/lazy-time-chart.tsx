'use client';

import dynamic from 'next/dynamic';
import type { DrawnChart } from './drawn-chart.ts';

const TimeChart = dynamic(() => import('./time-chart.tsx').then((module) => module.TimeChart), { ssr: false });

type Props = { chart: DrawnChart; waiting: string };

/** The chart, drawn once its library has come; its place is kept meanwhile. */
export function LazyTimeChart({ chart, waiting }: Props) {
  return (
    <div className="h-72 px-1 pt-2 pb-1 sm:px-2 print:h-56" data-chart>
      <noscript>{waiting}</noscript>
      <TimeChart chart={chart} />
    </div>
  );
}

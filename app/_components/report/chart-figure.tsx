import type { ReactNode } from 'react';
import type { DrawnLine } from '../charts/drawn-chart.ts';
import { ChartLegend } from './chart-legend.tsx';

type Props = { title: string; unit: string; lines: readonly DrawnLine[]; children: ReactNode };

/** A drawing under its title, its unit and what its lines are. */
export function ChartFigure({ title, unit, lines, children }: Props) {
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 px-4 pt-3">
        <h2 className="font-semibold">
          {title} <span className="font-normal text-muted text-sm">{unit}</span>
        </h2>
        <ChartLegend lines={lines} />
      </figcaption>
      {children}
    </figure>
  );
}

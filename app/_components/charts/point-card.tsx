import type { DrawnLine, DrawnPoint } from './drawn-chart.ts';

type Props = { point: DrawnPoint | undefined; lines: readonly DrawnLine[] };

/** What a chart says about the place that is pointed at. */
export function PointCard({ point, lines }: Props) {
  if (!point) return null;
  return (
    <div className="rounded-md border border-line bg-surface px-3 py-2 text-xs shadow-popup">
      <p className="mb-1 font-semibold">
        {point.title} <span className="font-normal text-muted">{point.calls}</span>
      </p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {lines.map(({ id, label, color }) => (
          <div key={id} className="contents">
            <dt className="flex items-center gap-1.5 text-muted">
              <span className="h-0.5 w-3" style={{ background: color }} />
              {label}
            </dt>
            <dd className="text-right">{point.values[id]?.text ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

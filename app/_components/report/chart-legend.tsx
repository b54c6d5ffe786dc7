import type { DrawnLine } from '../charts/drawn-chart.ts';

/** Which line is which, by stroke and mark as well as by colour. */
export function ChartLegend({ lines }: { lines: readonly DrawnLine[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {lines.map(({ id, label, color, stroke, dot }) => (
        <li key={id} className="flex items-center gap-1.5">
          <svg width="24" height="12" aria-hidden="true">
            <line
              x1="1"
              x2="23"
              y1="6"
              y2="6"
              stroke={color}
              strokeWidth="2"
              {...(stroke === 'dashed' && { strokeDasharray: '5 4' })}
            />
            {dot !== 'none' && (
              <circle
                cx="12"
                cy="6"
                r="3.5"
                stroke={color}
                strokeWidth="2"
                fill={dot === 'filled' ? color : 'var(--surface)'}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

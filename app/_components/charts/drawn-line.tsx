import { Area, Line } from 'recharts';
import type { DrawnLine, DrawnPoint } from './drawn-chart.ts';

/** The band of a line's intervals. */
export function band({ id, color }: DrawnLine) {
  return (
    <Area
      key={`${id}-band`}
      dataKey={(point: DrawnPoint) => point.values[id]?.band ?? null}
      stroke="none"
      fill={color}
      fillOpacity={0.14}
      activeDot={false}
      isAnimationActive={false}
      tooltipType="none"
    />
  );
}

/** The line itself. A figure between two gaps has no line to lie on, so it is always a dot. */
export function stroke({ id, color, stroke, dot }: DrawnLine, points: readonly DrawnPoint[]) {
  const alone = (index: number) => !points[index - 1]?.values[id] && !points[index + 1]?.values[id];
  return (
    <Line
      key={id}
      dataKey={(point: DrawnPoint) => point.values[id]?.at ?? null}
      stroke={color}
      strokeWidth={2}
      {...(stroke === 'dashed' && { strokeDasharray: '5 4' })}
      dot={({ cx, cy, index }) =>
        cy == null || cx == null || (dot === 'none' && !alone(index)) ? (
          <g key={index} />
        ) : (
          <circle
            key={index}
            cx={cx}
            cy={cy}
            r={3}
            stroke={color}
            strokeWidth={1.75}
            fill={dot === 'hollow' ? 'var(--surface)' : color}
          />
        )
      }
      activeDot={{ r: 4.5, fill: color, stroke: 'var(--surface)' }}
      isAnimationActive={false}
    />
  );
}

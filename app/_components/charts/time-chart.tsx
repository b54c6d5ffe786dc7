'use client';

import { CartesianGrid, ComposedChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Axis, DrawnChart, DrawnPoint } from './drawn-chart.ts';
import { band, stroke } from './drawn-line.tsx';
import { PointCard } from './point-card.tsx';

/** Lines over days with the bands of their intervals; a missing figure is a gap. */
export function TimeChart({ chart }: { chart: DrawnChart }) {
  const { title, description, x, y, lines, points, marks } = chart;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} title={title} desc={description} margin={{ top: 18, right: 16, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          {...axis(x)}
          scale="linear"
          padding={{ left: 28, right: 20 }}
          minTickGap={16}
          axisLine={{ stroke: 'var(--line-strong)' }}
        />
        <YAxis {...axis(y)} allowDataOverflow width="auto" axisLine={false} />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.name}
            x={mark.x}
            stroke="var(--muted)"
            strokeDasharray="2 3"
            label={{ value: mark.name, position: 'top', fill: 'var(--ink)', fontSize: 11, fontWeight: 600 }}
          />
        ))}
        {y.min < 0 && <ReferenceLine y={0} stroke="var(--line-strong)" />}
        {lines.filter(({ hasBand }) => hasBand).map(band)}
        {lines.map((line) => stroke(line, points))}
        <Tooltip
          content={({ active, payload }) => (
            <PointCard point={active ? (payload[0]?.payload as DrawnPoint | undefined) : undefined} lines={lines} />
          )}
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function axis({ min, max, ticks }: Axis) {
  const texts = new Map(ticks.map(({ at, text }) => [at, text]));
  return {
    type: 'number' as const,
    domain: [min, max] as [number, number],
    ticks: ticks.map(({ at }) => at),
    tickFormatter: (value: number) => texts.get(value) ?? '',
    tickLine: false,
    tick: { fill: 'var(--muted)', fontSize: 11 },
  };
}

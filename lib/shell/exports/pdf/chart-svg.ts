import type { Say } from '#format';
import { type Axis, chartAxes, type Line, type Point, type TimeChart } from '#reports';
import { hues, ink, type } from './look.ts';
import { textWidth } from './text-width.ts';

const HEIGHT = 185;
/** Room around what is plotted: for the legend, the days and the values. */
const room = { top: 24, bottom: 18, left: 40, right: 10 } as const;
/** Beyond so many points the marks on a line would touch. */
const MOST_MARKS = 60;

type Look = { color: string; dot: 'hollow' | 'filled' | 'none'; dash?: true };
const looks: Record<Line['role'], Look> = {
  cost: { color: ink.cost, dot: 'hollow' },
  revenue: { color: ink.revenue, dot: 'filled' },
  vendor: { color: ink.failing, dot: 'none' },
  plan: { color: ink.muted, dot: 'none', dash: true },
  aht: { color: ink.accent, dot: 'filled' },
};

type Plot = { width: number; x: (day: string) => number; y: (value: number) => number; axes: { x: Axis; y: Axis } };

/** A chart as lines on the axes of the page: a gap where nothing is known, an interval as a whisker. */
export function chartSvg(chart: TimeChart, say: Say, width: number): string {
  const { x, y } = chartAxes(chart, say);
  const along = (value: number, axis: Axis) => (value - axis.min) / (axis.max - axis.min);
  const bottom = HEIGHT - room.bottom;
  const plot: Plot = {
    width,
    x: (day) => room.left + along(dayAt(day), x) * (width - room.left - room.right),
    y: (value) => bottom - Math.min(1, Math.max(0, along(value, y))) * (bottom - room.top),
    axes: { x, y },
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" font-family="Roboto" font-size="${type.small}">`,
    legend(chart, say),
    grid(plot),
    ...chart.marks.map(({ day }, index) => mark(plot.x(day), String(index + 1))),
    ...chart.lines.map((line) => drawn(line, plot)),
    '</svg>',
  ].join('');
}

function dayAt(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function lookOf({ role, color }: Line): Look {
  return { ...looks[role], ...(color !== undefined && { color: hues[((color % 8) + 8) % 8] ?? ink.text }) };
}

/** The unit above its axis, then each line with its name, and what the whiskers are. */
function legend({ unit, lines }: TimeChart, say: Say): string {
  let at = room.left;
  const entry = (sample: (start: number) => string, label: string) => {
    const drawing = sample(at) + words(at + 21, 9.5, label);
    at += 36 + textWidth(label, type.small);
    return drawing;
  };
  const names = lines.map((line) => {
    const look = lookOf(line);
    const sample = (start: number) => stroke(`M${start} 7H${start + 16}`, look) + dotOf(start + 8, 7, look);
    return entry(sample, say(line.label));
  });
  const ranged = lines.find((line) => line.points.some(({ interval }) => interval));
  const whiskers = ranged
    ? entry((start) => bar(start + 14, [2, 12], lookOf(ranged)), say({ key: 'exports.interval' }))
    : '';
  return [words(0, 9.5, say(unit)), ...names, whiskers].join('');
}

function grid({ width, x, y, axes }: Plot): string {
  const values = axes.y.ticks.map(({ at, text }) => {
    const height = n(y(at));
    const line = `<path d="M${room.left} ${height}H${width - room.right}" stroke="${at === 0 ? ink.strong : ink.line}" stroke-width="0.5"/>`;
    return `${line}${words(room.left - 6, y(at) + 2.5, text, 'end')}`;
  });
  const days = axes.x.ticks.map(({ at, text }) => {
    const place = x(new Date(at * 86_400_000).toISOString().slice(0, 10));
    const over = place + textWidth(text, type.small) / 2 > width;
    return words(over ? width : place, HEIGHT - 5, text, over ? 'end' : 'middle');
  });
  return [...values, ...days].join('');
}

function mark(x: number, name: string): string {
  const line = `<path d="M${n(x)} ${room.top}V${HEIGHT - room.bottom}" stroke="${ink.strong}" stroke-width="0.6" stroke-dasharray="2 2"/>`;
  return `${line}${words(x, room.top - 2, name, 'middle')}`;
}

function drawn(line: Line, plot: Plot): string {
  const look = lookOf(line);
  const known = (point: Point | undefined) => point !== undefined && point.value !== null;
  const steps = line.points.map((point, at) =>
    point.value === null
      ? ''
      : `${known(line.points[at - 1]) ? 'L' : 'M'}${n(plot.x(point.day))} ${n(plot.y(point.value))}`,
  );
  const dots = line.points.map((point, at) => {
    if (point.value === null) return '';
    const alone = !known(line.points[at - 1]) && !known(line.points[at + 1]);
    const shape = alone && look.dot === 'none' ? { ...look, dot: 'filled' as const } : look;
    return alone || line.points.length <= MOST_MARKS ? dotOf(plot.x(point.day), plot.y(point.value), shape) : '';
  });
  return [...line.points.map((point) => whisker(point, look, plot)), stroke(steps.join(''), look), ...dots].join('');
}

/** An open end reaches to the edge of the chart. */
function whisker({ day, value, interval }: Point, look: Look, { x, y, axes }: Plot): string {
  if (value === null || !interval) return '';
  return bar(x(day), [y(interval.lower ?? axes.y.min), y(interval.upper ?? axes.y.max)], look);
}

function bar(x: number, [from, to]: readonly [number, number], { color }: Look): string {
  return `<path d="M${n(x)} ${n(from)}V${n(to)}" stroke="${color}" stroke-width="3" stroke-opacity="0.22"/>`;
}

function stroke(path: string, { color, dash }: Look): string {
  if (path === '') return '';
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="1.2"${dash ? ' stroke-dasharray="4 3"' : ''}/>`;
}

function dotOf(x: number, y: number, { color, dot }: Look): string {
  if (dot === 'none') return '';
  return `<circle cx="${n(x)}" cy="${n(y)}" r="2" fill="${dot === 'filled' ? color : '#ffffff'}" stroke="${color}" stroke-width="1.1"/>`;
}

function words(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${n(x)}" y="${n(y)}" fill="${ink.muted}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A place, to a hundredth of a point. */
function n(place: number): string {
  return String(Math.round(place * 100) / 100);
}

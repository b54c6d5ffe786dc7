import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import type { Line, Point, TimeChart } from '#reports';
import messages from '../../../messages/en.json' with { type: 'json' };
import { drawChart } from './draw-chart.ts';
import { hue } from './hue.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});
const point = (day: string, value: number | null, calls = 10): Point => ({ day, value, calls });
const cost = (points: Point[]): Line => ({ id: 'cost', label: { key: 'columns.cost' }, role: 'cost', points });
const chart = (lines: Line[], marks: TimeChart['marks'] = []): TimeChart => ({
  kind: 'time',
  id: 'cost-revenue',
  title: { key: 'charts.costRevenue' },
  unit: { key: 'units.money', values: { currency: 'EUR' } },
  step: 'week',
  lines,
  marks,
  notes: [],
});
const draw = (own: TimeChart) => drawChart(own, say, { description: 'described', calls: (n) => `${n} calls` });
/** 6 July 2026 in days since 1970: 20,454 to 1 January and 186 more. */
const JULY_6 = 20_640;

describe('a drawn chart', () => {
  it('places each day by its distance and writes each figure', () => {
    const { x, points, lines } = draw(chart([cost([point('2026-07-06', 3.6), point('2026-07-20', 3.456)])]));
    expect([x.min, x.max]).toEqual([JULY_6, JULY_6 + 14]);
    expect(points).toEqual([
      {
        x: JULY_6,
        title: '6 Jul 2026',
        calls: '10 calls',
        values: { cost: { at: 3.6, band: null, text: '3.60 EUR' } },
      },
      expect.objectContaining({ x: JULY_6 + 14, values: { cost: { at: 3.456, band: null, text: '3.46 EUR' } } }),
    ]);
    expect(lines[0]).toMatchObject({ label: 'Cost per call', color: 'var(--cost)', dot: 'hollow', hasBand: false });
  });

  it('leaves a gap where a figure is not known or a line has no such day', () => {
    const other: Line = { ...cost([point('2026-07-13', 9)]), id: 'revenue', role: 'revenue' };
    const { points } = draw(chart([cost([point('2026-07-06', null, 0), point('2026-07-13', 3)]), other]));
    expect(points.map(({ values }) => [values.cost?.at ?? null, values.revenue?.at ?? null])).toEqual([
      [null, null],
      [3, 9],
    ]);
    expect(points[0]?.calls).toBe('0 calls');
  });

  it('has zero on its axis, and room for an interval but not for one that would flatten the rest', () => {
    const narrow = { ...point('2026-07-06', 4), interval: { lower: 3, upper: 5.5 } };
    const wide = { ...point('2026-07-13', 4), interval: { lower: -60, upper: 60 } };
    const axis = (points: Point[]) => draw(chart([cost(points)])).y;
    // up to 1.5 x 4 = 6 counts: 5.5 does, 60 does not
    expect(axis([narrow, wide])).toMatchObject({ min: 0, max: 6 });
    expect(axis([wide])).toMatchObject({ min: 0, max: 4 });
    expect(axis([narrow]).ticks.map(({ text }) => text)).toEqual(['0', '2', '4', '6']);
    // 0.8 / 4 = 0.2: ticks that are not whole get two digits, all of them
    expect(axis([point('2026-07-06', 0.8)]).ticks.map(({ text }) => text)).toEqual([
      '0.00',
      '0.20',
      '0.40',
      '0.60',
      '0.80',
    ]);
  });

  it('runs a band with an open end to the edge', () => {
    const { points, y, lines } = draw(
      chart([cost([{ ...point('2026-07-06', 4), interval: { lower: 3, upper: null } }])]),
    );
    expect(points[0]?.values.cost?.band).toEqual([3, y.max]);
    expect(lines[0]?.hasBand).toBe(true);
  });

  it('numbers its marks and reaches to those within its last week', () => {
    const marks = ['2026-07-06', '2026-07-17'].map((day) => ({ day, label: { key: 'charts.contract' } }));
    const drawn = draw(chart([cost([point('2026-07-06', 4), point('2026-07-13', 4)])], marks));
    expect(drawn.marks).toEqual([
      { x: JULY_6, name: '1' },
      { x: JULY_6 + 11, name: '2' },
    ]);
    expect(drawn.x).toMatchObject({ min: JULY_6, max: JULY_6 + 11 });
  });

  it('has a width with one day, and stands without any', () => {
    expect(draw(chart([cost([point('2026-07-06', 4)])])).x).toMatchObject({ min: JULY_6, max: JULY_6 + 1 });
    expect(draw(chart([cost([])])).points).toEqual([]);
  });
});

describe('the colour of a vendor', () => {
  it.each([
    [0, 'var(--hue-0)'],
    [7, 'var(--hue-7)'],
    [8, 'var(--hue-0)'],
    [-1, 'var(--hue-7)'],
  ])('of place %d is %s', (place, colour) => {
    expect(hue(place)).toBe(colour);
  });
});

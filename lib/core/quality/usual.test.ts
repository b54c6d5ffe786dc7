import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import { volumesOf } from './facts.test-data.ts';
import { assessDays, median, standsOut } from './usual.ts';

/** 2026-01-05 is a Monday: so many weeks of 100 calls on working days, 40 on Saturdays, none on Sundays. */
const week = [100, 100, 100, 100, 100, 40, 0];
const weeks = (count: number) => Array.from({ length: count }, () => week).flat();
const from = (day: string) => (other: string) => other >= day;

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, middle) => expect(median(values)).toBe(middle));
});

describe('a day that stands out', () => {
  it.each([
    [0, 100, 'missing'],
    [0, 0, null],
    [0, null, null],
    [500, null, null],
    [49, 100, 'low'],
    [50, 100, null],
    [200, 100, null],
    [201, 100, 'high'],
    // Less than half and more than twice, but of a few calls only.
    [5, 24, null],
    [25, 6, null],
    [20, 0, 'high'],
    [19, 0, null],
  ] as const)('%d calls where %s are usual: %s', (stored, usual, stands) => {
    expect(standsOut(stored, usual)).toBe(stands);
  });
});

describe('the days of a delivery', () => {
  it('are beside the eight nearest of their weekday outside it, closed days too', () => {
    // Nine weeks; the last is delivered, with a Monday of 30 and no Wednesday at all.
    const stored = [...weeks(8), 30, 100, 0, 100, 100, 40, 0];
    const days = assessDays(volumesOf('2026-01-05', stored, from('2026-03-02')));
    expect(days.map(({ day, stored: calls, usual, stands }) => [day, calls, usual, stands])).toEqual([
      ['2026-03-02', 30, 100, 'low'],
      ['2026-03-03', 100, 100, null],
      ['2026-03-04', 0, 100, 'missing'],
      ['2026-03-05', 100, 100, null],
      ['2026-03-06', 100, 100, null],
      ['2026-03-07', 40, 40, null],
    ]);
  });

  it('take the middle of what was usual, which a holiday does not move', () => {
    const stored = [...weeks(7), 0, ...week.slice(1), ...week];
    const [monday] = assessDays(volumesOf('2026-01-05', stored, from('2026-03-02')));
    expect(monday).toMatchObject({ day: '2026-03-02', usual: 100, stands: null });
  });

  it('are beside their own others where nothing else is known', () => {
    const stored = [...weeks(2), 100, 0, 100, 10, 100, 40, 0, ...weeks(3)];
    const days = assessDays(volumesOf('2026-01-05', stored, () => true));
    expect(days.filter(({ stands }) => stands !== null).map(({ day, stands }) => [day, stands])).toEqual([
      ['2026-01-20', 'missing'],
      ['2026-01-22', 'low'],
    ]);
    expect(days.find(({ day }) => day === '2026-01-11')).toMatchObject({ here: 0, stored: 0, usual: 0, stands: null });
  });

  it('have nothing beside them where there is too little history', () => {
    const days = assessDays(volumesOf('2026-01-05', weeks(3), () => true));
    expect(days.every(({ usual, stands }) => usual === null && stands === null)).toBe(true);
  });

  it('are of each vendor apart', () => {
    const ours = volumesOf('2026-01-05', [10, 10], () => true);
    const theirs = volumesOf('2026-01-06', [7], () => true).map((day) => ({ ...day, vendor: 'atlas' }));
    expect(assessDays([...theirs, ...ours]).map(({ vendor, day, here }) => [vendor, day, here])).toEqual([
      ['atlas', '2026-01-06', 7],
      ['norte', '2026-01-05', 10],
      ['norte', '2026-01-06', 10],
    ]);
    expect(assessDays([])).toEqual([]);
  });

  it('that were delivered before are not missing', () => {
    const stored = weeks(9);
    const days = assessDays(
      volumesOf('2026-01-05', stored, (day) => day === '2026-03-02' || day === parseDay('2026-03-06')),
    );
    expect(days.map(({ here, stands }) => [here, stands])).toEqual([
      [100, null],
      [0, null],
      [0, null],
      [0, null],
      [100, null],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Economics } from '#economics';
import { markOf, type Text } from '#format';
import type { VendorMetrics } from '#quality';
import { figureColumns } from './figure-columns.ts';
import { marksOf, metricNotes } from './metric-marks.ts';
import { english, names, silentEconomics, workedEconomics } from './report.fixture.ts';

const group = (vendor: string | undefined, changes: Partial<Economics> = {}) =>
  workedEconomics(vendor === undefined ? {} : { vendor }, changes);
const lacking = (hold: number, wrap: number) => ({ reported: { wait: 1, hold, wrap } });
const talkWithHold: VendorMetrics = {
  vendor: 'norte',
  unreported: [],
  notes: [{ key: 'metricNotes.talk_includes', values: { part: 'hold' } }],
};
const said = (text: Text | null) => text && english(text);

describe('what an AHT is made of', () => {
  const { aht } = marksOf(names, []);

  it.each([
    [1, 1, null],
    [1, 0.991, null],
    [1, 0, 'AHT of Norte Contact here excludes after-call work.'],
    [0, 0, 'AHT of Norte Contact here excludes hold time and after-call work.'],
    [0.88, 1, 'AHT of Norte Contact here excludes hold time of 12.0% of the calls.'],
    [0, 0.5, 'AHT of Norte Contact here excludes hold time and after-call work of 50.0% of the calls.'],
  ])('with hold reported of %d and after-call work of %d of the calls: %s', (hold, wrap, sentence) => {
    expect(said(aht(group('norte', lacking(hold, wrap))))).toBe(sentence);
  });

  it('says how the platform counts, of its own vendor only', () => {
    const marks = marksOf(names, [talkWithHold]);
    expect(said(marks.aht(group('norte')))).toBe(
      'AHT of Norte Contact here is as its platform counts it: talk includes hold.',
    );
    expect(said(marks.aht(group('norte', lacking(1, 0))))).toBe(
      'AHT of Norte Contact here excludes after-call work; as its platform counts it, talk includes hold.',
    );
    expect(marks.aht(group('lumina'))).toBeNull();
  });

  it('is said of groups whose key does not name the vendor where the report is of one', () => {
    const week = group(undefined, lacking(0, 1));
    expect(aht(week)).toBeNull();
    expect(said(marksOf(names, [], 'atlas').aht(week))).toBe('AHT of Atlas here excludes hold time.');
  });

  it('is not said where there is no handle time', () => {
    expect(aht(silentEconomics({ vendor: 'norte' }))).toBeNull();
  });

  it('stands at each figure of handle time, and at no other', () => {
    const economics = group('norte', lacking(0, 1));
    const marked = Object.values(figureColumns('EUR', 'effective', marksOf(names, [])))
      .filter(({ cell }) => markOf(cell(economics) ?? undefined))
      .map(({ id }) => id);
    expect(marked).toEqual(['aht', 'p50Handle', 'p90Handle']);
  });
});

describe('abandoned calls', () => {
  const counts = (offered: number, abandoned: number) => ({
    counts: { ...workedEconomics().counts, offered, abandoned },
  });
  const silent: VendorMetrics = { vendor: 'norte', unreported: ['abandoned'], notes: [] };

  it.each([
    ['some', counts(1000, 1), [silent], false],
    ['none of many that wait', counts(300, 0), [], true],
    ['none of a few', counts(299, 0), [], false],
    ['none of a few, and the source reports none', counts(10, 0), [silent], true],
    ['none of many that do not wait', { ...counts(1000, 0), averageSpeedOfAnswer: 0 }, [], false],
    ['none where no call came in', counts(0, 0), [silent], false],
  ] as const)('%s', (_, changes, metrics, isMarked) => {
    const mark = marksOf(names, metrics).abandonment(group('norte', changes));
    expect(said(mark)).toBe(
      isMarked
        ? 'Norte Contact reports no abandoned call: its abandonment and service level here leave them out.'
        : null,
    );
  });
});

describe('the notes of a report', () => {
  it('say it once for vendors that are alike, and of all programs of a vendor together', () => {
    const half = { counts: { ...workedEconomics().counts, handled: 3000 } };
    const rows = [
      group('atlas', lacking(0, 1)),
      group('lumina', lacking(0, 1)),
      // 1,000 of 4,000 calls lack it.
      { ...group('norte', lacking(1, 0)), key: { vendor: 'norte', program: 'orders' } },
      { ...group('norte', { ...lacking(1, 1), ...half }), key: { vendor: 'norte', program: 'support' } },
    ];
    expect(metricNotes(rows, names, []).map(english)).toEqual([
      '* AHT of Atlas and Lumina here excludes hold time.',
      '* AHT of Norte Contact here excludes after-call work of 25.0% of the calls.',
    ]);
    expect(metricNotes([group('norte')], names, [])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { figureText } from '#format';
import { assess, type BatchFacts, type Finding, ruleCodes } from '#quality';
import en from '../../../../messages/en.json' with { type: 'json' };
import { quietFacts, volumesOf } from '../../quality/facts.test-data.ts';
import { english, names } from '../report.fixture.ts';
import type { Report, Table } from '../report.ts';
import { type QualityInput, qualityReport } from './quality-report.ts';
import { findingText } from './quality-sentences.ts';

const reportOf = (over: Partial<BatchFacts>, input: Partial<QualityInput> = {}): Report =>
  qualityReport({
    ...{ ...names, fileName: 'march.csv', vendor: 'norte', currency: 'EUR', assessment: assess(quietFacts(over)) },
    ...input,
  });

const rowsOf = (report: Report, id: string) => {
  const table = report.sections.find((section) => section.id === id) as Table | undefined;
  return table?.rows.map(({ cells }) =>
    table.columns.map((column) => (cells[column.id] ? figureText(cells[column.id]!, english) : '')),
  );
};

const { records, rules, overlaps, duplicates, reported, future } = quietFacts();
/** 2026-01-05 is a Monday: eight weeks of 100 calls on working days, then a delivery that lacks its Tuesday. */
const volumes = volumesOf(
  '2026-01-05',
  [...Array.from({ length: 8 }, () => [100, 100, 100, 100, 100, 0, 0]).flat(), 100, 0, 45, 100, 100],
  (day) => day >= '2026-03-02',
);
const example = { file: 1, row: 7, callId: 'c7', startedAt: Date.UTC(2026, 2, 4, 9), zone: 'Europe/Rome' };

describe('the report of a delivery', () => {
  const report = reportOf({
    volumes,
    rules: { ...rules, long_handle: { calls: 2, examples: [{ ...example, ms: 18_720_400 }] } },
    overlaps: { ...overlaps, calls: 108, ms: 754_000, examples: [{ ...example, ms: 23_000, other: 'c6' }] },
    others: {
      ...{ calls: 30, declared: 5 },
      words: [
        { word: 'Fax', calls: 25, declared: false },
        { word: null, calls: 5, declared: true },
      ],
    },
    rejects: [{ column: 'talk_s', reason: { key: 'rejects.negative' }, records: 3 }],
    records: { ...records, rows: 1003, rejected: 3 },
    metrics: { unreported: [], notes: [{ key: 'metricNotes.talk_excludes_hold' }] },
  });

  it('says what is wrong and what deserves a look, then each of them', () => {
    expect(english(report.title)).toBe('Quality of march.csv, Norte Contact');
    expect(report.period).toEqual({ from: '2026-03-02', to: '2026-03-07' });
    expect(report.headline.map(english)).toEqual([
      '1,000 calls of 2 – 6 Mar 2026: one thing is wrong, 5 more deserve a look.',
      '108 calls begin while the agent is still busy with another (12.0%), 13 min in all.',
      '3 records of 1,003 (0.3%) could not be taken; the reasons are in the table of rejects.',
      'A day is missing on which this vendor usually has calls: 3 Mar 2026. The delivery has calls of 4 days from 2 Mar 2026 to 6 Mar 2026.',
      "A day has less than half of a usual day's calls: 4 Mar 2026.",
      '25 calls came to "other" (2.5%): nobody has said what Fax means.',
      '2 calls have a handle time of more than 4 hours (0.2%).',
    ]);
    expect(report.notes.map(english)).toEqual([
      'How this source counts: talk excludes hold.',
      'Nothing of this changes a call: it says what to ask the vendor.',
    ]);
  });

  it('lists everything that was looked at, the worst first', () => {
    const rows = rowsOf(report, 'quality-findings') ?? [];
    expect(rows.map(([severity, check]) => `${severity}: ${check}`)).toEqual([
      'Wrong: Two calls at once',
      ...['Records', 'Days covered', 'Calls per day', 'Outcomes', 'Impossible values'].map((check) => `Look: ${check}`),
      ...['Calls in the future', 'Precision of starts', 'Clock changes', 'Same call, other id'].map(
        (check) => `Fine: ${check}`,
      ),
      ...['Repeated ids', 'What is reported'].map((check) => `Fine: ${check}`),
    ]);
  });

  it('has the days, words, reasons and records behind it', () => {
    expect(rowsOf(report, 'quality-days')).toEqual([
      ['3 Mar 2026', 'Tuesday', '0', '0', '100', 'No calls'],
      ['4 Mar 2026', 'Wednesday', '45', '45', '100', 'Less than half'],
    ]);
    expect(rowsOf(report, 'quality-others')).toEqual([
      ['Fax', '25', '2.5', 'No'],
      ['No word given', '5', '0.5', 'Yes'],
    ]);
    expect(rowsOf(report, 'quality-rejects')).toEqual([['talk_s', 'is negative', '3']]);
    expect(rowsOf(report, 'quality-examples')).toEqual([
      ['c7', 'Handle time over 4 hours', '1', '7', '4 Mar 2026, 10:00', 'handle time 18,720 s'],
      ['c7', 'Two calls at once', '1', '7', '4 Mar 2026, 10:00', 'still busy with c6, for 23 s'],
    ]);
    const [first] = (report.sections.find(({ id }) => id === 'quality-examples') as Table).rows;
    expect(first?.href).toBe('/calls/norte/c7');
    const chart = report.sections.find(({ kind }) => kind === 'time');
    expect(chart).toMatchObject({ lines: [{ points: [{ value: 100 }, { value: 0 }, { value: 45 }, {}, {}] }, {}] });
  });

  it('of a delivery of which nothing is to be said is short', () => {
    const quiet = reportOf({ volumes: volumesOf('2026-01-05', [9], () => true) }, { vendor: null });
    expect(english(quiet.title)).toBe('Quality of march.csv');
    expect(quiet.sections.map(({ id }) => id)).toEqual(['quality-findings']);
    expect(quiet.headline.map(english)).toEqual([
      '1,000 calls of 5 Jan 2026: nothing stands out.',
      'One check could not be made; the table says why.',
    ]);
  });

  it('of a delivery without a call is of the day of the count', () => {
    const none = reportOf({ records: { ...records, rows: 1, rejected: 1, calls: 0 } });
    expect(none.period).toEqual({ from: '2026-04-01', to: '2026-04-02' });
    expect(none.headline.map(english)).toEqual([
      'No record of this delivery became a call.',
      'The only record did not become a call. 1 was rejected.',
    ]);
  });
});

/** Facts that have every check come to each of its ends. */
const ends: Partial<BatchFacts>[] = [
  {},
  { volumes, clockChanges: [{ day: volumes[0]!.day, hours: 25, calls: 3 }] },
  { volumes: volumesOf('2026-01-05', [100, 0, 100], () => true) },
  { volumes: volumesOf('2026-01-05', [...Array(63).fill(100), 300], (day) => day > '2026-03-01') },
  { volumes: volumesOf('2026-01-05', Array(63).fill(100), (day) => day > '2026-03-01') },
  { full: ['a.txt', 'b.txt'].map((document) => ({ document, records: 100_000 })) },
  { records: { ...records, rows: 5, rejected: 5, calls: 0 } },
  { records: { ...records, rows: 1100, rejected: 100, repeated: 1 } },
  { records: { ...records, updated: 2, unchanged: 0 } },
  { records: { ...records, calls: 10 } },
  { rules: Object.fromEntries(ruleCodes.map((code) => [code, { calls: 1, examples: [] }])) as unknown as typeof rules },
  { others: { calls: 9, declared: 0, words: [{ word: null, calls: 9, declared: false }] } },
  { others: { calls: 9, declared: 0, words: [{ word: 'Fax', calls: 9, declared: false }] } },
  { future: { ...future, calls: 1, latestMs: 5_400_000 } },
  ...[
    { midnight: 0, hour: 0, minute: 1000 },
    { midnight: 0, hour: 900, minute: 1000 },
    { midnight: 0, hour: 250, minute: 260 },
    { midnight: 60, hour: 70, minute: 100 },
    { midnight: 990, hour: 990, minute: 990 },
  ].map((starts) => ({ starts, hours: { here: Array(24).fill(40), usual: Array(24).fill(40) } })),
  ...[-3, 0, 2].map((by) => {
    const usual = Array.from({ length: 24 }, (_, hour) => (hour > 8 && hour < 12 ? 300 : 1));
    return { hours: { usual, here: usual.map((__, hour) => usual[(hour - by + 24) % 24] ?? 0) } };
  }),
  { hours: { here: [...Array(23).fill(0), 10], usual: [] } },
  { repeatedHour: 1, skippedHour: 2 },
  { overlaps: { ...overlaps, tested: 0 }, duplicates: { ...duplicates, tested: 0 } },
  {
    overlaps: { ...overlaps, calls: 1, ms: 6_000 },
    duplicates: { ...duplicates, calls: 1, groups: 1, stored: 1, ms: 60_000 },
  },
  { overlaps: { ...overlaps, calls: 500, ms: 6_000_000 } },
  { reported: { ...reported, wait: 0, hold: 0, wrap: 0, abandoned: 0 } },
  { reported: { ...reported, wait: 1, hold: 1, wrap: 1 } },
];

describe('what a check came to', () => {
  const found = ends.flatMap((over) => assess(quietFacts(over)).findings);

  it('is a sentence with all of its figures, whatever it is', () => {
    const sentences = found.map((finding) => english(findingText(finding)));
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*[^.]\.$/);
  });

  it('has no sentence that is never said', () => {
    const told = new Set(found.map(({ code, says }: Finding) => `${code}.${says}`));
    const all = Object.entries(en.quality.says).flatMap(([code, says]) =>
      Object.keys(says).map((own) => `${code}.${own}`),
    );
    expect(all.filter((own) => !told.has(own))).toEqual([]);
  });
});

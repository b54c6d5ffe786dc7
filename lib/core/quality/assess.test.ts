import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { quietFacts, volumesOf } from './facts.test-data.ts';
import type { BatchFacts } from './facts.ts';
import { type CheckCode, checkCodes } from './finding.ts';

const of = (code: CheckCode, over: Partial<BatchFacts>) =>
  assess(quietFacts(over)).findings.filter((own) => own.code === code);
const told = (code: CheckCode, over: Partial<BatchFacts>) =>
  of(code, over).map(({ severity, says }) => `${severity} ${says}`);

const { records, rules, starts, overlaps, duplicates, reported, future } = quietFacts();
const counted = (over: Partial<BatchFacts['records']>) => ({ records: { ...records, ...over } });
const hours = (parts: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => parts[hour] ?? 0);
/** Most calls in the morning, a lunch break, a second top. */
const office = hours({ 9: 80, 10: 150, 11: 120, 12: 30, 13: 20, 14: 90, 15: 110, 16: 60, 17: 20 });
const later = (profile: readonly number[], by: number) => profile.map((_, hour) => profile[(hour - by + 24) % 24] ?? 0);

const cases: [CheckCode, Partial<BatchFacts>, string[]][] = [
  ['records', {}, ['fine all']],
  ['records', counted({ rows: 1010, rejected: 10 }), ['look rejected']],
  ['records', counted({ rows: 1100, rejected: 100 }), ['wrong rejected']],
  ['records', counted({ rows: 3, rejected: 3, calls: 0 }), ['wrong none']],
  ['records', { full: [{ document: 'a.txt', records: 100_000 }] }, ['fine all', 'look full']],
  ['outcomes', {}, ['fine known']],
  ['outcomes', { others: { calls: 300, declared: 300, words: [] } }, ['fine known']],
  [
    'outcomes',
    { others: { calls: 20, declared: 0, words: [{ word: 'X', calls: 20, declared: false }] } },
    ['fine unexplained'],
  ],
  [
    'outcomes',
    { others: { calls: 21, declared: 0, words: [{ word: 'X', calls: 21, declared: false }] } },
    ['look unexplained'],
  ],
  [
    'outcomes',
    { others: { calls: 1000, declared: 0, words: [{ word: null, calls: 1000, declared: false }] } },
    ['wrong not_reported'],
  ],
  ['impossible', {}, ['fine none']],
  [
    'impossible',
    { rules: { ...rules, long_wait: { calls: 9, examples: [] }, negative_revenue: { calls: 10, examples: [] } } },
    ['look long_wait', 'wrong negative_revenue'],
  ],
  ['future', {}, ['fine none']],
  ['future', { future: { ...future, calls: 1, latestMs: 7_200_000 } }, ['wrong found']],
  ['precision', {}, ['fine seconds']],
  ['precision', { starts: { ...starts, minute: 950 } }, ['fine minutes']],
  ['precision', { starts: { midnight: 980, hour: 980, minute: 980 } }, ['wrong days']],
  ['precision', { starts: { midnight: 30, hour: 900, minute: 950 } }, ['wrong hours']],
  ['precision', { starts: { midnight: 50, hour: 52, minute: 70 } }, ['look some_midnights']],
  ['precision', { starts: { midnight: 0, hour: 200, minute: 220 } }, ['look some_hours']],
  ['precision', counted({ calls: 19 }), ['unknown too_few']],
  ['zone', { hours: { here: office, usual: office } }, ['fine usual']],
  ['zone', { hours: { here: later(office, 1), usual: office } }, ['look later']],
  ['zone', { hours: { here: later(office, 2), usual: office } }, ['look later']],
  ['zone', { hours: { here: later(office, -6), usual: office } }, ['look earlier']],
  // Longer hours are no other zone: they fit no better two hours on.
  ['zone', { hours: { here: hours({ 9: 80, 12: 80, 15: 80, 18: 80, 20: 80 }), usual: office } }, ['fine usual']],
  ['zone', { hours: { here: office, usual: hours({ 9: 199 }) } }, ['unknown too_few']],
  [
    'zone',
    { hours: { here: hours({ 0: 1000 }), usual: office }, starts: { midnight: 1000, hour: 1000, minute: 1000 } },
    ['unknown no_times'],
  ],
  ['clock_change', {}, ['fine none']],
  ['clock_change', { clockChanges: [{ day: '2026-03-29' as never, hours: 23, calls: 80 }] }, ['fine days']],
  ['clock_change', { skippedHour: 2 }, ['look hours']],
  ['overlaps', {}, ['fine none']],
  ['overlaps', { overlaps: { ...overlaps, calls: 89, ms: 90_000 } }, ['look found']],
  ['overlaps', { overlaps: { ...overlaps, calls: 90, ms: 90_000 } }, ['wrong found']],
  ['overlaps', { overlaps: { ...overlaps, calls: 180, ms: 90_000 } }, ['wrong many']],
  ['overlaps', { overlaps: { ...overlaps, tested: 0 } }, ['unknown no_agents']],
  ['overlaps', { overlaps: { ...overlaps, calls: 50 }, starts: { ...starts, minute: 990 } }, ['unknown coarse']],
  ['duplicates', {}, ['fine none']],
  ['duplicates', { duplicates: { ...duplicates, calls: 1, groups: 1, ms: 60_000 } }, ['wrong found']],
  ['duplicates', { duplicates: { ...duplicates, tested: 0 } }, ['unknown no_agents']],
  ['repeated_ids', {}, ['fine none']],
  ['repeated_ids', counted({ repeated: 3, updated: 1 }), ['look repeated']],
  ['repeated_ids', counted({ unchanged: 900 }), ['fine known']],
  ['reported', {}, ['fine all']],
  ['reported', { reported: { ...reported, hold: 0, wrap: 450 } }, ['look hold', 'look wrap_partly']],
  ['reported', { reported: { ...reported, abandoned: 0 } }, ['look abandoned']],
  ['reported', { reported: { ...reported, offered: 299, abandoned: 0 } }, ['fine all']],
  [
    'reported',
    { reported: { ...reported, offered: 299, abandoned: 0 }, metrics: { unreported: ['abandoned'], notes: [] } },
    ['look abandoned'],
  ],
];

describe('a check', () => {
  it.each(cases)('%s of %j: %j', (code, over, expected) => expect(told(code, over)).toEqual(expected));

  it('tells by how much a profile is moved, and how it fits then', () => {
    const [shifted] = of('zone', { hours: { here: later(office, 2), usual: office } });
    // From 11 to 17 o'clock both have min(120, 80), min(30, 150), min(20, 120), min(90, 30), ... of 680 calls.
    const common = (80 + 30 + 20 + 30 + 20 + 60 + 20) / 680;
    expect(shifted?.figures).toEqual({
      hours: 2,
      share: expect.closeTo(common, 10),
      movedShare: expect.closeTo(1, 10),
    });
  });

  it('tells covered and missing days', () => {
    const weeks = Array.from({ length: 8 }, () => [100, 100, 100, 100, 100, 0, 0]).flat();
    const volumes = volumesOf('2026-01-05', [...weeks, 100, 0, 45, 100, 100, 0, 0], (day) => day >= '2026-03-02');
    expect(of('coverage', { volumes })[0]).toMatchObject({
      severity: 'look',
      says: 'missing',
      figures: { from: '2026-03-02', to: '2026-03-06', days: 4, n: 1, which: ['2026-03-03'], more: 0 },
    });
    expect(of('volume', { volumes })[0]).toMatchObject({
      severity: 'look',
      says: 'low',
      figures: { n: 1, which: ['2026-03-04'], more: 0 },
    });
    const both = [...volumes, ...volumes.map((own) => ({ ...own, vendor: 'sur' }))];
    expect(of('coverage', { volumes: both })[0]?.figures).toMatchObject({ n: 1, which: ['2026-03-03'] });
    expect(of('volume', { volumes: both })[0]?.figures).toMatchObject({ n: 1, which: ['2026-03-04'] });
    const short = volumesOf('2026-01-05', [100, 0, 100], () => true);
    expect(told('coverage', { volumes: short })).toEqual(['unknown too_little_history']);
    expect(told('volume', { volumes: short })).toEqual(['unknown too_little_history']);
    expect(told('coverage', { volumes: volumesOf('2026-01-05', [5, 5], () => true) })).toEqual(['fine complete']);
  });
});

describe('an assessment', () => {
  it('of a quiet delivery is fine, and of every check', () => {
    const { severity, findings } = assess(
      quietFacts({ volumes: volumesOf('2026-01-05', [9], () => true), hours: { here: office, usual: office } }),
    );
    expect(severity).toBe('fine');
    expect(findings.map(({ code }) => code)).toEqual(checkCodes);
  });

  it('is as bad as its worst finding, and no worse for what could not be looked at', () => {
    expect(assess(quietFacts({ overlaps: { ...overlaps, tested: 0 } })).severity).toBe('fine');
    expect(assess(quietFacts(counted({ repeated: 1 }))).severity).toBe('look');
    expect(assess(quietFacts({ ...counted({ repeated: 1 }), future: { ...future, calls: 1 } })).severity).toBe('wrong');
  });

  it('of nothing says that there is nothing', () => {
    const { findings, span } = assess(quietFacts(counted({ rows: 2, rejected: 2, calls: 0 })));
    expect(findings.map(({ code, says }) => `${code} ${says}`)).toEqual(['records none']);
    expect(span).toBeNull();
  });

  it('is JSON, with shares between 0 and 1, whatever was counted', () => {
    const count = fc.nat(1000);
    const facts = fc.record({
      calls: fc.integer({ min: 1, max: 1000 }),
      others: count,
      ahead: count,
      tested: count,
      minute: count,
    });
    fc.assert(
      fc.property(facts, ({ calls, others, ahead, tested, minute }) => {
        const found = assess(
          quietFacts({
            ...counted({ rows: calls, calls }),
            others: { calls: Math.min(others, calls), declared: 0, words: [] },
            future: { calls: Math.min(ahead, calls), latestMs: 1, examples: [] },
            overlaps: { tested, calls: Math.min(tested, others), ms: 1, examples: [] },
            starts: { midnight: 0, hour: 0, minute: Math.min(minute, calls) },
          }),
        );
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        for (const { figures } of found.findings)
          if (typeof figures.share === 'number') expect(figures.share >= 0 && figures.share <= 1).toBe(true);
      }),
    );
  });
});

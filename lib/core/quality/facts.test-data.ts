import { addDays, type Day, parseDay } from '#time';
import { type BatchFacts, ruleCodes, type VolumeDay } from './facts.ts';

/** Days from a Monday on with so many calls each, of a delivery of which `here` are. */
export function volumesOf(from: string, stored: readonly number[], here: (day: Day) => boolean): VolumeDay[] {
  return stored
    .map((calls, index) => ({ day: addDays(parseDay(from), index), calls }))
    .filter(({ calls }) => calls > 0)
    .map(({ day, calls }) => ({ vendor: 'norte', day, here: here(day) ? calls : 0, stored: calls }));
}

const none = { calls: 0, examples: [] };

/** A delivery of 1,000 calls of which there is nothing to be said. */
export function quietFacts(over: Partial<BatchFacts> = {}): BatchFacts {
  const counts = { calls: 1000, legs: 0, inserted: 1000, updated: 0, unchanged: 0, repeated: 0 };
  return {
    at: Date.UTC(2026, 3, 1, 8),
    records: { rows: 1000, rejected: 0, notCalls: 0, ...counts },
    full: [],
    rejects: [],
    volumes: [],
    others: { calls: 0, declared: 0, words: [] },
    rules: Object.fromEntries(ruleCodes.map((code) => [code, none])) as unknown as BatchFacts['rules'],
    future: { ...none, latestMs: 0 },
    starts: { midnight: 0, hour: 1, minute: 17 },
    hours: { here: [], usual: [] },
    clockChanges: [],
    repeatedHour: 0,
    skippedHour: 0,
    overlaps: { ...none, tested: 900, ms: 0 },
    duplicates: { ...none, tested: 900, groups: 0, stored: 0, ms: 0 },
    reported: { handled: 900, wait: 900, hold: 900, wrap: 900, offered: 1000, abandoned: 60, waited: 800 },
    metrics: null,
    ...over,
  };
}

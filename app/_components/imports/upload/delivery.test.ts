import { describe, expect, it } from 'vitest';
import type { SaidPreview } from '../draft/said-preview.ts';
import { isClean, recognised } from './delivery.ts';
import { sizeOf } from './size-of.ts';

const document = { name: 'a.csv', header: [], encoding: 'utf-8', unreported: [], notes: [] } as const;

/** A clean log of a known format. */
const clean: SaidPreview = {
  asked: { vendor: 'norte', program: 'orders', timezone: 'Europe/Rome', format: null },
  ...{ whole: true, ready: true, issues: [], mappings: [], zone: 'Europe/Rome', records: [], parts: [], rejects: [] },
  choices: { vendors: [], programs: [], formats: [] },
  counts: { records: 3, calls: 3, rejected: 0, notCalls: 0 },
  dispositions: [{ word: 'Venta', outcome: 'sale', calls: 3 }],
  queues: [{ word: 'Cola 1', program: 'orders', calls: 3 }],
  outcomes: [],
  documents: [{ ...document, header: [], unreported: [], notes: [], format: 'canonical', problem: null }],
  table: null,
};

const table = { columns: [], questions: [], mapping: { decimal: 'point', columns: {} }, name: null } as const;
const withTable = (origin: 'asked' | 'saved' | 'proposed'): SaidPreview => ({
  ...clean,
  table: { ...table, columns: [], questions: [], mapping: { decimal: 'point', columns: {} }, origin },
});
const unusable: SaidPreview = {
  ...clean,
  documents: [{ ...document, header: [], unreported: [], notes: [], format: null, problem: 'the file is empty' }],
};

describe('what a delivery is', () => {
  it.each([
    ['known', clean],
    ['mapped', withTable('saved')],
    ['mapped', withTable('asked')],
    ['unknown', withTable('proposed')],
    ['unusable', unusable],
    ['unusable', { ...clean, documents: [] }],
  ] as const)('%s', (kind, preview) => expect(recognised(preview as SaidPreview)).toBe(kind));
});

describe('what may be imported unseen', () => {
  it.each([
    ['a known log without a fault', clean, true],
    ['a table by a mapping that somebody made', withTable('saved'), true],
    ['a table by a guess', withTable('proposed'), false],
    ['what is not ready', { ...clean, ready: false }, false],
    ['a log with rejects', { ...clean, counts: { ...clean.counts, rejected: 1 } }, false],
    ['a log without calls', { ...clean, counts: { ...clean.counts, calls: 0 } }, false],
    ['a word that nobody has explained', { ...clean, dispositions: [{ word: 'x', outcome: null, calls: 1 }] }, false],
    [
      'a queue without a program, in the program of the import',
      { ...clean, queues: [{ word: 'x', program: null, calls: 1 }] },
      true,
    ],
    [
      'a queue without a program, in none',
      { ...clean, asked: { ...clean.asked, program: null }, queues: [{ word: 'x', program: null, calls: 1 }] },
      false,
    ],
  ] as const)('%s: %s', (_, preview, expected) => expect(isClean(preview as SaidPreview)).toBe(expected));
});

it.each([
  [999, { amount: 999, unit: 'B' }],
  [1_500, { amount: 1.5, unit: 'kB' }],
  [2_000_000, { amount: 2, unit: 'MB' }],
  [3e9, { amount: 3, unit: 'GB' }],
])('%i bytes are written in the unit that a person would use', (bytes, size) => expect(sizeOf(bytes)).toEqual(size));

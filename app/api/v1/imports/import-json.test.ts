import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import type { BatchSummary, NamedReject, QualityView } from '#views';
import en from '../../../../messages/en.json' with { type: 'json' };
import { importJson } from './import-json.ts';
import { rejectsJson } from './rejects-json.ts';

const say = translator(en, 'en', (fault) => {
  throw fault;
});

const batch = {
  ...{ id: 'b1', vendor: '', vendorName: '', fileName: 'march.csv', format: '', source: 'api', status: 'queued' },
  ...{ phase: 'waiting', startedAt: Date.UTC(2026, 3, 1, 8), seconds: null, undoneAt: null, repeatOf: null },
  options: { program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false },
  files: [{ name: 'march.csv', size: 120, sha256: 'aa' }],
  bytes: { read: 0, total: 120 },
  ...{ rows: 0, calls: 0, notCalls: 0, inserted: 0, updated: 0, unchanged: 0, repeated: 0, rejected: 0, days: 0 },
  ...{ warnings: [], error: null },
} as unknown as BatchSummary;

describe('an import as the API tells of it', () => {
  it('has null for what is not known yet, and the addresses of what can be done with it', () => {
    expect(importJson(batch, null, say)).toEqual({
      ...{ id: 'b1', status: 'queued', phase: 'waiting', source: 'api', vendor: null, program: 'orders' },
      ...{ timezone: 'Europe/Rome', format: null, files: [{ name: 'march.csv', size: 120 }] },
      ...{ startedAt: '2026-04-01T08:00:00.000Z', finishedAt: null, undoneAt: null, bytes: { read: 0, total: 120 } },
      counts: {
        ...{ rows: 0, calls: 0, notCalls: 0, inserted: 0, updated: 0, unchanged: 0, repeated: 0, rejected: 0, days: 0 },
      },
      ...{ repeatOf: null, warnings: [], error: null, quality: null },
      links: {
        self: '/api/v1/imports/b1',
        rejects: '/api/v1/imports/b1/rejects',
        cancel: '/api/v1/imports/b1/cancel',
        undo: '/api/v1/imports/b1/undo',
        page: '/imports/b1',
      },
    });
  });

  it('says its sentences, and of its quality what is not fine', () => {
    const finding = { figures: { repeated: 2, updated: 0, unchanged: 0 }, examples: [], code: 'repeated_ids' };
    const quality = {
      severity: 'look',
      assessment: {
        span: { first: '2026-03-02', last: '2026-03-31' },
        findings: [
          { ...finding, severity: 'look', says: 'repeated' },
          { ...finding, severity: 'fine', says: 'none' },
        ],
      },
    } as unknown as QualityView;
    const failed = { ...batch, seconds: 2, error: { key: 'files.interrupted' }, warnings: [{ key: 'files.empty' }] };
    expect(importJson(failed, quality, say)).toMatchObject({
      finishedAt: '2026-04-01T08:00:02.000Z',
      error: 'the importing process ended before it was done',
      warnings: ['the file is empty: it has no header'],
      quality: {
        severity: 'look',
        span: { first: '2026-03-02', last: '2026-03-31' },
        findings: [
          {
            ...{ check: 'repeated_ids', severity: 'look' },
            text: '2 records have an id that came before in the delivery: the last one stands.',
          },
        ],
      },
    });
  });
});

describe('rejects as JSON', () => {
  const reject = (row: number): NamedReject => ({
    ...{ file: 1, fileName: 'march.csv' },
    row,
    column: 'talk',
    value: '-3',
    reason: { key: 'rejects.negative' },
  });
  async function* pages(...all: NamedReject[][]) {
    yield* all;
  }
  const read = async (...all: NamedReject[][]) =>
    JSON.parse(await new Response(rejectsJson(pages(...all), say)).text());

  it('are one document, whatever the pages they are read in', async () => {
    expect(await read()).toEqual({ rejects: [] });
    expect(await read([reject(2), reject(3)], [reject(4)])).toEqual({
      rejects: [2, 3, 4].map((row) => ({ ...reject(row), reason: 'is negative' })),
    });
  });
});

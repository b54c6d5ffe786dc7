import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import type { BatchSummary } from '#views';
import messages from '../../../messages/en.json' with { type: 'json' };
import { batchTexts } from './batch-texts.ts';

const batch: BatchSummary = {
  id: 'b1',
  vendor: 'norte',
  vendorName: 'Norte',
  fileName: 'july.csv',
  format: 'canonical',
  source: 'page',
  options: { program: null, timezone: null, format: null, mapping: null, strict: false },
  files: [{ name: 'july.csv', size: 10, sha256: null }],
  documents: [],
  actor: 'local',
  status: 'done',
  phase: 'done',
  startedAt: Date.UTC(2026, 6, 20, 12),
  seconds: 7,
  bytes: { read: 10, total: 10 },
  rows: 12_345,
  calls: 12_340,
  notCalls: 0,
  inserted: 12_000,
  updated: 0,
  unchanged: 300,
  repeated: 40,
  rejected: 5,
  days: 31,
  warnings: [],
  error: null,
  repeatOf: null,
  committed: 1,
  jobId: null,
  cancelRequested: false,
  undoneAt: null,
  undoneBy: null,
  metrics: null,
};

describe('the figures of an import', () => {
  const say = translator(messages, 'en', (fault) => {
    throw fault;
  });

  it('are written with their separators and units', () => {
    expect(batchTexts(batch, say)).toMatchObject({
      rows: '12,345',
      inserted: '12,000',
      updated: '0',
      unchanged: '300',
      repeated: '40',
      rejected: '5',
      days: '31',
      seconds: '7 s',
      started: expect.stringContaining('20 Jul 2026'),
    });
  });

  it('are not known before it has been read', () => {
    expect(batchTexts({ ...batch, status: 'queued', rows: 0 }, say)).toMatchObject({ rows: '–', rejected: '–' });
  });

  it('have no duration while it runs', () => {
    expect(batchTexts({ ...batch, seconds: null }, say).seconds).toBe('–');
  });
});

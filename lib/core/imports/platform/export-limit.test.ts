import { describe, expect, it } from 'vitest';
import type { CallBatch } from '../call-batch.ts';
import { vicidial } from '../formats/vicidial/vicidial.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { gatherInMemory } from './gather.ts';
import { readPieces } from './read-pieces.ts';

const call = { call_date: '2026-03-02 09:00:11', status: 'NI', user: '6001', campaign_id: 'A', length_in_sec: '60' };

/** What is told of a document of so many calls, where its export stops at 2. */
async function limitsOf(calls: number): Promise<(number | undefined)[]> {
  const records = Array.from({ length: calls }, (_, index) => ({
    row: index + 2,
    record: { ...call, alt_dial: 'MAIN', lead_id: String(index) },
  }));
  async function* blocks() {
    for (const one of records) yield { records: [one], encoding: 'utf-8' as const };
  }
  const unusable = (reason: { key: string }) => new UnusableFileError('calls.txt', reason, {});
  const batches: CallBatch[] = [];
  for await (const batch of readPieces(
    blocks(),
    { file: 1, name: 'calls.txt', passedOver: [], unusable } as unknown as Parameters<typeof readPieces>[1],
    {
      platform: { ...vicidial, stopsAt: { records: [2], kindOf: () => 'all' } },
      ...{ format: 'vicidial', gather: gatherInMemory(), context: { timezone: 'UTC' }, read: { bytes: 0 } },
    },
  ))
    batches.push(batch);
  expect(batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(calls);
  return batches.map(({ file }) => file.fullAt).slice(calls);
}

describe('a document with as many records as its export gives at most', () => {
  it('is told once it has been read', async () => {
    expect(await limitsOf(1)).toEqual([]);
    expect(await limitsOf(2)).toEqual([2]);
    expect(await limitsOf(3)).toEqual([]);
  });
});

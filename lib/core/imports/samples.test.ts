import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { say, saying } from './said.test-data.ts';
import { good, lumina, rejected, unusable } from './sample-cases.test-data.ts';
import { readAll, samples } from './samples.test-data.ts';
import { UnusableFileError } from './unusable-file-error.ts';

function bytesOf(folder: 'ok' | 'not-ok', name: string): Uint8Array {
  return readFileSync(new URL(`${folder}/${name}`, samples));
}

describe('call logs in samples/call-logs', () => {
  it('are all spoken for in this file', () => {
    expect(Object.keys(good).sort()).toEqual(readdirSync(new URL('ok/', samples)).sort());
    expect([...Object.keys(rejected), ...Object.keys(unusable)].sort()).toEqual(
      readdirSync(new URL('not-ok/', samples)).sort(),
    );
  });

  it.each(Object.entries(good))('ok/%s is imported whole', async (name, expected) => {
    const { calls, rejects, repeatedHour } = await readAll(bytesOf('ok', name), { vendor: null, ...expected.options });
    expect(rejects).toEqual([]);
    expect(repeatedHour).toBe(expected.repeated ?? 0);
    if (expected.calls) expect(calls.map(({ call }) => call)).toEqual(expected.calls);
    if (expected.rows) expect(calls.map(({ row }) => row)).toEqual(expected.rows);
    if (expected.outcomes) expect(calls.map(({ call }) => call.outcome)).toEqual(expected.outcomes);
    if (expected.starts)
      expect(calls.map(({ call }) => new Date(call.startedAt).toISOString())).toEqual(expected.starts);
  });

  it.each(Object.entries(rejected))(
    'not-ok/%s loses the row that its name tells of, and no other',
    async (name, bad) => {
      const { calls, rejects, rejected: count } = await readAll(bytesOf('not-ok', name), bad.options);
      expect(rejects.map(({ row, column, value }) => [row, column, value])).toEqual(
        bad.rejects.map(([row, column, value]) => [row, column, value]),
      );
      for (const [index, [, , , reason]] of bad.rejects.entries())
        expect(say(rejects[index]!.reason)).toContain(reason);
      expect(count).toBe(1);
      expect(calls.map(({ row }) => row)).toEqual(name === 'none-in-number.csv' ? [2] : [2, 4]);
    },
  );

  it.each(Object.entries(unusable))(
    'not-ok/%s cannot be used at all',
    async (name, { options, member, reason, ...place }) => {
      const error = await readAll(bytesOf('not-ok', name), { ...options, fileName: name }).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(UnusableFileError);
      const { file, row, column, value } = error as UnusableFileError;
      expect({ file, row, column, value }).toEqual({
        file: member ? `${name}/${member}` : name,
        row: null,
        column: null,
        value: null,
        ...place,
      });
      expect(error.reason).toEqual(saying(reason));
    },
  );
});

describe('fields that a sample leaves out', () => {
  it('are null, which is not zero', async () => {
    const { calls, file } = await readAll(bytesOf('ok', 'only-required.csv'), lumina);
    expect(calls[1]?.call).toEqual({
      callId: 'l-2',
      vendor: 'lumina',
      program: 'orders',
      callType: null,
      direction: 'inbound',
      startedAt: Date.parse('2026-03-02T09:16:00Z'),
      waitMs: null,
      talkMs: 0,
      holdMs: null,
      wrapMs: null,
      answered: false,
      disposition: null,
      outcome: 'other',
      agent: null,
      customerRef: null,
      revenue: null,
      currency: 'EUR',
      legOf: null,
      details: null,
    });
    expect(calls[0]?.call.answered).toBe(true);
    expect(file).toEqual({
      file: 1,
      name: 'calls.csv',
      format: 'canonical',
      encoding: 'utf-8',
      header: ['call_id', 'started_at', 'talk_s'],
      ignoredColumns: [],
      metrics: { unreported: ['wait', 'hold', 'wrap'], notes: [] },
      passedOver: [],
    });
  });

  it('have exact times to the millisecond where they are written', async () => {
    const { calls } = await readAll(bytesOf('ok', 'fractions.csv'), lumina);
    const times = calls.map(({ call }) => [call.waitMs, call.talkMs, call.holdMs, call.wrapMs]);
    expect(times).toEqual([
      [500, 29_999, 1, 1_100],
      [0, 30_001, 0, 86_400_000],
    ]);
  });

  it('are named where a column seems to be meant for them', async () => {
    const { file } = await readAll(bytesOf('ok', 'extra-columns.csv'), lumina);
    expect(file.ignoredColumns).toEqual([
      { column: 'Hold', similarTo: 'hold_s' },
      { column: 'notes', similarTo: null },
    ]);
  });

  it('say that windows-1252 was a guess', async () => {
    const { calls, file } = await readAll(bytesOf('ok', 'windows-1252.csv'), lumina);
    expect(file.encoding).toBe('windows-1252');
    expect(calls[0]?.call.disposition).toBe('ATTIVITÀ CESSATA');
  });
});

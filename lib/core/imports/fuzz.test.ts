import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import type { CallBatch } from './call-batch.ts';
import { zipOf } from './documents/zip/write-zip.test-data.ts';
import { readCallLog } from './read-call-log.ts';
import { type FormatName, formatNames } from './registry.ts';
import { say } from './said.test-data.ts';
import { sampleOptions, samples } from './samples.test-data.ts';
import { fileOfBytes, fileOfStream, type SourceFile } from './source-file.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const shared = '/work/shared/data/vendor-exports';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^(README|declaration|\.|expected)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const own = filesIn(samples.pathname).map((path) => readFileSync(path));
const real = existsSync(shared) ? filesIn(shared).map((path) => readFileSync(path)) : [];
const logs = [...own, ...real];

type Options = { format?: FormatName | null };

/** A call as a database can keep it, and every page can show it. */
function expectKeepable(call: Call): void {
  const { callId, startedAt, waitMs, talkMs, holdMs, wrapMs, callType, agent, disposition } = call;
  expect(callId.length).toBeGreaterThan(0);
  const words = [callId, callType, agent, disposition, ...Object.values(call.details ?? {})];
  for (const word of words)
    expect(typeof word !== 'string' || (word.isWellFormed() && !word.includes('\0'))).toBe(true);
  for (const text of [callId, callType, agent, disposition]) expect(text?.length ?? 0).toBeLessThanOrEqual(200);
  for (const ms of [waitMs, talkMs, holdMs, wrapMs])
    expect(ms === null || (Number.isInteger(ms) && ms >= 0 && ms <= 86_400_000)).toBe(true);
  expect(startedAt >= 0 && Number.isInteger(startedAt) && new Date(startedAt).getUTCFullYear() <= 2199).toBe(true);
}

/** What a batch tells is whole: counts that add up, places that exist, sentences that can be said. */
function expectWhole(batch: CallBatch): void {
  const { calls, rejects, rejectedRows, rows, rejected, notCalls, file, phase } = batch;
  const bad = new Set(rejects.map((reject) => `${reject.file}:${reject.row}`));
  for (const { call } of calls) expectKeepable(call);
  for (const { column, value, reason } of rejects) {
    expect(say(reason)).not.toBe('');
    expect(column === null || column.length > 0).toBe(true);
    expect(value === null || (value.length <= 200 && !value.includes('\0') && value.isWellFormed())).toBe(true);
  }
  for (const { cells } of rejectedRows)
    expect(cells.every((cell) => !cell.includes('\0') && cell.isWellFormed())).toBe(true);
  if (phase === 'joining') expect([rows, notCalls]).toEqual([0, 0]);
  else if (file.format === 'canonical' || file.format === 'mapping')
    expect(calls.length + rejected + notCalls).toBe(rows);
  else expect([calls.length, rejected + notCalls <= rows]).toEqual([0, true]);
  // Several records of one line are one place.
  expect(bad.size).toBeLessThanOrEqual(rejected);
}

/** Reads a delivery to its end: what comes is whole, or the file is of no use and says why. Tells which. */
async function outcomeOf(files: readonly SourceFile[], options: Options = {}): Promise<'read' | 'unusable'> {
  try {
    for await (const batch of readCallLog(files, { ...sampleOptions, ...options })) expectWhole(batch);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    expect(say(error.sentence)).not.toBe('');
    return 'unusable';
  }
}

const containers: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  plain: (bytes) => bytes,
  'utf-16': (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le'),
  gzip: (bytes) => gzipSync(bytes),
  'gzip members': (bytes) => Buffer.concat([gzipSync(bytes.subarray(0, 40)), gzipSync(bytes.subarray(40))]),
  zip: (bytes) => zipOf([{ name: 'a', content: bytes, streamed: true }]),
  'gzip in zip': (bytes) => zipOf([{ name: 'a.gz', content: gzipSync(bytes), method: 0 }]),
};

const container = fc.constantFrom(...Object.values(containers));
const format = fc.constantFrom<FormatName | null>(null, null, null, null, ...formatNames);

const inFile = (bytes: Uint8Array) => [fileOfBytes('calls', bytes)];

type Change = {
  kind: 'flip' | 'cut' | 'drop' | 'repeat' | 'insert' | 'splice';
  at: number;
  length: number;
  text: string;
  other: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'insert', 'splice'),
  at: fc.nat(),
  length: fc.nat(200),
  text: fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '\0',
      '-',
      '9'.repeat(30),
      'null',
      '1e999',
      '\\ud800',
      '\ufeff',
      '""',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
  other: fc.nat(),
});

function changed(bytes: Uint8Array, { kind, at, length, text, other }: Change): Uint8Array {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'drop') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after]);
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(text), after]);
  if (kind === 'splice') return Buffer.concat([before, (logs[other % logs.length] ?? before).subarray(place)]);
  const flipped = Buffer.from(bytes);
  if (place < flipped.length) flipped[place] = (flipped[place] ?? 0) ^ (1 << (length % 8));
  return flipped;
}

describe('whatever is delivered', () => {
  it.skipIf(real.length === 0)('the real samples are read whole (needs /work/shared)', async () => {
    for (const bytes of real) expect(await outcomeOf(inFile(bytes), {})).toBe('read');
  });

  it('as bytes of chance is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), container, format, async (bytes, pack, asked) => {
        await outcomeOf(inFile(pack(bytes)), { format: asked });
      }),
      { numRuns: 300 },
    );
  });

  it('as JSON of chance is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json({ maxDepth: 4 }), { maxLength: 4 }),
        container,
        format,
        async (texts, pack, asked) => {
          await outcomeOf(inFile(pack(Buffer.from(texts.join('\n')))), { format: asked });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(containers))('as a changed log, %s, is read or refused', async (_, pack) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        format,
        async (which, changes, asked) => {
          const log = changes.reduce<Uint8Array>(changed, logs[which % logs.length] ?? Buffer.from(''));
          await outcomeOf(inFile(pack(log)), { format: asked });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as packed logs that are changed, and several at once, is read or refused', async () => {
    const packed = fc.record({ which: fc.nat(), pack: container, changes: fc.array(change, { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(packed, { minLength: 1, maxLength: 3 }), async (all) => {
        const files = all.map(({ which, pack, changes }, index) =>
          fileOfBytes(
            `file-${index}`,
            changes.reduce<Uint8Array>(changed, pack(logs[which % logs.length] ?? Buffer.from(''))),
          ),
        );
        await outcomeOf(files);
      }),
      { numRuns: 200 },
    );
  });
});

/** A file of which nobody ever sees the end: how many bytes were asked for. */
async function pulled(beginning: string, piece: string, most = 1_000_000_000): Promise<number> {
  const chunk = Buffer.from(piece);
  let bytes = 0;
  async function* endless() {
    yield Buffer.from(beginning);
    for (; bytes < most; bytes += chunk.length) yield chunk;
  }
  expect(await outcomeOf([fileOfStream('calls', endless)])).toBe('unusable');
  return bytes;
}

describe('a file made to harm', () => {
  const header = 'call_id,started_at,talk_s\n';

  it.each([
    ['a field of a gigabyte', `${header}a,"`, 'x'.repeat(65_536)],
    ['a row of a gigabyte', header, 'x'.repeat(65_536)],
    ['a header of a gigabyte', '', 'x'.repeat(65_536)],
    ['a header of millions of columns', '', 'x,'.repeat(32_768)],
    ['a gigabyte of spaces', '', ' '.repeat(65_536)],
    ['a text of a gigabyte in JSON', '{"call_id":"', 'x'.repeat(65_536)],
    ['a gigabyte of brackets', '', '['.repeat(65_536)],
    ['a gigabyte of objects in each other', '', '{"a":'.repeat(13_107)],
    ['a list without end in a record', '[{"a":[', '1,'.repeat(32_768)],
  ])('as %s is refused before much of it was read', async (_, beginning, piece) => {
    expect(await pulled(beginning, piece)).toBeLessThan(12_000_000);
  });
});

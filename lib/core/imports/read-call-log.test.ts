import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, directions, outcomes } from '#calls';
import { formatMicros, micros } from '#money';
import { canonicalColumns } from './formats/canonical/columns.ts';
import { readCallLog } from './read-call-log.ts';
import { say, saying } from './said.test-data.ts';
import { chunksOf, readAll, sampleOptions } from './samples.test-data.ts';
import { fileOfStream } from './source-file.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const header = 'call_id,started_at,talk_s\n';
const line = (index: number) => `n-${index},2026-03-02T09:15:00Z,${index % 600}\n`;

/** Any text that survives trimming and the join of line breaks, with what CSV makes hard. */
const text = fc
  .string({
    unit: fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '|', '"', 'è', '€', '😀', '-'),
    minLength: 1,
    maxLength: 30,
  })
  .map((value) => value.trim())
  .filter((value) => value !== '');
const ms = fc.integer({ min: 0, max: 86_400_000 });
const unknown = fc.constant(null);

const anyCall: fc.Arbitrary<Call> = fc.record({
  callId: text,
  vendor: fc.constantFrom('norte', 'lumina'),
  program: fc.constantFrom('orders', 'winback'),
  callType: fc.oneof(unknown, text),
  direction: fc.constantFrom(...directions),
  startedAt: fc.integer({ min: 0, max: Date.UTC(2199, 11, 31) }),
  waitMs: fc.oneof(unknown, ms),
  talkMs: ms,
  holdMs: fc.oneof(unknown, ms),
  wrapMs: fc.oneof(unknown, ms),
  answered: fc.boolean(),
  disposition: fc.oneof(unknown, text),
  outcome: fc.constantFrom(...outcomes),
  agent: fc.oneof(unknown, text),
  customerRef: fc.oneof(unknown, text),
  revenue: fc.oneof(unknown, fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(micros)),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  legOf: fc.constant(null),
  details: fc.constant(null),
});

const seconds = (value: number | null) => (value === null ? '' : String(value / 1000));

function cellsOf(call: Call): Record<(typeof canonicalColumns)[number], string> {
  return {
    call_id: call.callId,
    vendor: call.vendor,
    program: call.program,
    call_type: call.callType ?? '',
    direction: call.direction,
    started_at: new Date(call.startedAt).toISOString(),
    wait_s: seconds(call.waitMs),
    talk_s: seconds(call.talkMs),
    hold_s: seconds(call.holdMs),
    wrap_s: seconds(call.wrapMs),
    answered: String(call.answered),
    disposition: call.disposition ?? '',
    outcome: call.outcome,
    agent: call.agent ?? '',
    customer_ref: call.customerRef ?? '',
    revenue: call.revenue === null ? '' : formatMicros(call.revenue, 6),
    currency: call.currency,
  };
}

function logOf(calls: readonly Call[], delimiter: string): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = calls.map((call) => canonicalColumns.map((column) => quote(cellsOf(call)[column])).join(delimiter));
  return [canonicalColumns.join(delimiter), ...lines, ''].join('\n');
}

const asWritten = { vendor: null, hashCustomer: (reference: string) => reference };

describe('readCallLog', () => {
  it('reads back any calls, with any delimiter, encoding, packing and chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCall, { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('plain', 'gzip', 'utf-16'),
        fc.integer({ min: 1, max: 200 }),
        async (calls, delimiter, packing, size) => {
          const log = logOf(calls, delimiter);
          const plain = packing === 'utf-16' ? Buffer.from(`\ufeff${log}`, 'utf16le') : utf8(log);
          const stored = packing === 'gzip' ? gzipSync(plain) : plain;
          const read = await readAll(chunksOf(stored, size), asWritten);
          // A word such as "7" is in nobody's outcome map, but the row's own outcome stands beside it.
          expect(read.rejects).toEqual([]);
          expect(read.calls).toEqual(calls.map((call, index) => ({ file: 1, row: index + 2, call })));
          expect(read.bytesRead).toBe(stored.length);
        },
      ),
    );
  });

  it('never crashes or hangs on garbage, and says that it is unusable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, packed) => {
        const stored = packed ? Uint8Array.of(0x1f, 0x8b, 8, 0, ...bytes) : bytes;
        await expect(readAll(stored)).rejects.toBeInstanceOf(UnusableFileError);
      }),
    );
  });

  it('turns garbage under a good header into rejects, calls or an unusable file, and every row into one of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), async (rows) => {
        try {
          const { calls, rejects, rejected } = await readAll(`${header}${rows.join('\n')}`);
          expect(new Set(rejects.map(({ row }) => row)).size).toBe(rejected);
          expect(calls.length + rejected).toBeLessThanOrEqual(rows.join('\n').split('\n').length);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableFileError);
        }
      }),
    );
  });

  it('numbers rows over many batches, and counts the bytes as they are stored', async () => {
    const count = 30_000;
    const plain = utf8(header + Array.from({ length: count }, (_, index) => line(index)).join(''));
    const stored = gzipSync(plain);
    const rows: number[] = [];
    const bytesRead: number[] = [];
    for await (const batch of readCallLog(
      [fileOfStream('calls.csv.gz', () => chunksOf(stored, 1000))],
      sampleOptions,
    )) {
      rows.push(...batch.calls.map(({ row }) => row));
      bytesRead.push(batch.bytesRead);
    }
    expect(rows).toEqual(Array.from({ length: count }, (_, index) => index + 2));
    expect(bytesRead.length).toBeGreaterThan(2);
    expect(bytesRead).toEqual([...bytesRead].sort((a, b) => a - b));
    expect(bytesRead.at(-1)).toBe(stored.length);
  });

  it('stops at a line of five megabytes instead of gathering it', async () => {
    let given = 0;
    async function* source() {
      yield utf8(header);
      for (; given < 80; given++) yield utf8('x'.repeat(65_536));
    }
    await expect(readAll(source())).rejects.toMatchObject({ row: 2, reason: saying('longer than') });
    expect(given * 65_536).toBeLessThan(2_000_000);
  });

  it('gives a batch with the facts of a file that has no rows', async () => {
    const { calls, file } = await readAll(header);
    expect(calls).toEqual([]);
    expect(file.metrics.unreported).toEqual(['wait', 'hold', 'wrap']);
  });

  it('closes the source when its reader has had enough', async () => {
    let closed = false;
    async function* source() {
      try {
        yield utf8(header);
        for (let index = 0; ; index++) yield utf8(line(index));
      } finally {
        closed = true;
      }
    }
    for await (const _ of readCallLog([fileOfStream('calls.csv', source)], sampleOptions)) break;
    expect(closed).toBe(true);
  });
});

describe('what comes with the import', () => {
  it.each([
    [{ vendor: 'nrote' }, 'nrote', 'the vendor of the import is not declared'],
    [{ program: 'order' }, 'order', 'the program of the import is not declared'],
    [{ timezone: 'Europe/Roma' }, 'Europe/Roma', 'the time zone of the import is not an IANA time zone'],
  ])('must be declared: %o', async (options, value, reason) => {
    await expect(readAll(header, options)).rejects.toMatchObject({ value, reason: saying(reason) });
  });

  it('fills in what rows leave out, and no more', async () => {
    const log =
      'call_id,vendor,program,started_at,talk_s,direction,currency\n1,,,2026-03-02,5,,\n2,norte,winback,2026-03-02,5,,USD\n';
    const { calls } = await readAll(log);
    expect(calls.map(({ call }) => [call.vendor, call.program, call.direction, call.currency])).toEqual([
      ['norte', 'orders', 'inbound', 'EUR'],
      ['norte', 'winback', 'outbound', 'USD'],
    ]);
  });

  it('rejects an empty program where "default" is not declared, and takes it where it is', async () => {
    const log = 'call_id,program,started_at,talk_s\n1,,2026-03-02,5\n';
    const { rejects } = await readAll(log, { program: null });
    expect(rejects).toEqual([
      { file: 1, row: 2, column: 'program', value: 'default', reason: saying('is not a declared program') },
    ]);
    const programs = new Map([
      ['default', { direction: 'outbound', currency: 'EUR', transferTime: 'every_leg' } as const],
    ]);
    expect((await readAll(log, { program: null, programs })).calls[0]?.call.program).toBe('default');
  });

  it('checks the header of a format that is named as well as of one that is found', async () => {
    await expect(readAll('call_id,talk_s\n', { format: 'canonical' })).rejects.toMatchObject({ column: 'started_at' });
  });
});

describe('what a call came to', () => {
  const outcomeOf = async (disposition: string, outcome: string) => {
    const read = await readAll(
      `call_id,started_at,talk_s,disposition,outcome\n1,2026-03-02,5,${disposition},${outcome}\n`,
    );
    return read.calls[0]?.call.outcome ?? say(read.rejects[0]!.reason);
  };

  it.each([
    ['OK', '', 'sale', 'as declared'],
    ['ok', '', 'sale', 'without regard to capitals'],
    ['OK', 'refused', 'refused', "the row's own outcome counts more"],
    ['whatever', 'Resolved', 'resolved', 'and explains any disposition'],
    ['callback', '', 'callback', 'an outcome needs no map'],
    ['', '', 'other', 'nothing is known, so nothing is claimed'],
    ['whatever', '', 'is not in the outcome map of vendor norte', 'never a default'],
    ['TEST', 'sale', "a test call of the vendor's own", 'what is left out stays out'],
  ])('%j with outcome %j: %s (%s)', async (disposition, outcome, expected) => {
    expect(await outcomeOf(disposition, outcome)).toBe(expected);
  });
});

describe('a file of no use', () => {
  it('may lack columns under many names: the first forty are told, and how many more there are', async () => {
    const names = Array.from({ length: 43 }, (_, index) => `c${index}`);
    const error = await readAll(`${names.join(',')}\n`).catch((thrown) => thrown);
    expect(say(error.reason)).toMatch(
      /^no call log that is known: the header lacks call_id, started_at, talk_s; it has "c0", "c1", .*, "c39" and 3 more\. /,
    );
  });
});

describe('an error', () => {
  it('says file, row, column, value and reason in one line', () => {
    const place = { row: 17, column: 'started_at', value: 'noon' };
    const error = new UnusableFileError('calls.csv', { key: 'files.needs_zone' }, place);
    expect(say(error.sentence)).toBe(
      'calls.csv, row 17, column started_at, "noon": is a local time, and no time zone is declared for the file',
    );
    expect(error.message).toBe('calls.csv, 17, started_at, noon: files.needs_zone');
  });
});

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readCallLog } from '../../read-call-log.ts';
import { saying } from '../../said.test-data.ts';
import { readAll, sampleOptions } from '../../samples.test-data.ts';
import { fileOfBytes, fileOfStream } from '../../source-file.ts';
import { UnusableFileError } from '../../unusable-file-error.ts';
import { type Packed, zipOf } from './write-zip.test-data.ts';

const log = (id: string, rows = 1) =>
  `call_id,started_at,talk_s\n${Array.from({ length: rows }, (_, row) => `${id}-${row},2026-03-02T09:15:00Z,60\n`).join('')}`;

const read = (...files: Packed[]) => readAll([fileOfBytes('march.zip', zipOf(files))]);

describe('an archive', () => {
  it('is its files in order, each a document of its own', async () => {
    const { calls, file, bytesRead } = await readAll([
      fileOfBytes('first.csv', Buffer.from(log('a'))),
      fileOfBytes(
        'march.zip',
        zipOf([
          { name: 'z/two.csv', content: log('b') },
          { name: 'a.csv', content: log('c', 2) },
        ]),
      ),
    ]);
    expect(calls.map(({ file: of, row, call }) => [of, row, call.callId])).toEqual([
      [1, 2, 'a-0'],
      [2, 2, 'b-0'],
      [3, 2, 'c-0'],
      [3, 3, 'c-1'],
    ]);
    expect([file.file, file.name]).toEqual([3, 'march.zip/a.csv']);
    expect(bytesRead).toBeGreaterThan(log('a').length);
  });

  it('counts its bytes as they are stored, each once', async () => {
    const files = Array.from({ length: 20 }, (_, index) => ({ name: `${index}.csv`, content: log(`c${index}`, 50) }));
    const bytes = zipOf(files);
    const counted: number[] = [];
    for await (const batch of readCallLog([fileOfBytes('march.zip', bytes)], sampleOptions))
      counted.push(batch.bytesRead);
    expect(counted).toEqual([...counted].sort((a, b) => a - b));
    expect(counted.at(-1)).toBeLessThanOrEqual(bytes.length);
    expect(
      (await readAll([fileOfBytes('march.zip', bytes), fileOfBytes('a.csv', Buffer.from(log('a')))])).bytesRead,
    ).toBe(bytes.length + log('a').length);
  });

  it.each<[string, Partial<Packed>]>([
    ['stored', { method: 0 }],
    ['deflated', { method: 8 }],
    ['written to a stream', { streamed: true }],
    ['written to a stream, not packed', { streamed: true, method: 0 }],
    ['in 64 bits', { zip64: true }],
  ])('may be %s', async (_, how) => {
    expect((await read({ name: 'calls.csv', content: log('a', 50_000), ...how })).calls).toHaveLength(50_000);
  });

  it('leaves out folders, empty files, and what systems put there for themselves', async () => {
    const aside = ['__MACOSX/._calls.csv', 'x/.DS_Store', 'Thumbs.db', 'desktop.ini'];
    const { calls, file } = await read(
      { name: 'x/', content: '' },
      ...aside.map((name) => ({ name, content: 'no log' })),
      { name: 'x/empty.txt', content: '' },
      { name: 'x/calls.csv', content: log('a') },
    );
    expect([calls.length, file.file, file.name]).toEqual([1, 1, 'march.zip/x/calls.csv']);
  });

  it('may hold packed files and workbooks, and names that lead elsewhere are only names', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'Calls',
          rows: log('c')
            .split('\n')
            .map((row) => row.split(',')),
        },
      ],
    });
    const { calls, file } = await read(
      { name: '../../etc/passwd', content: gzipSync(log('a')) },
      { name: 'C:\\calls\u0000.xlsx', content: workbook },
    );
    expect(calls.map(({ call }) => call.callId)).toEqual(['a-0', 'c-0']);
    expect(file.name).toBe('march.zip/C:\\calls\ufffd.xlsx');
  });

  it.each<[string, Packed, string]>([
    ['no log', { name: 'readme.txt', content: 'These are the calls of March.' }, 'lacks call_id'],
    [
      'another archive',
      { name: 'a.zip', content: zipOf([{ name: 'b.csv', content: log('b') }]) },
      'within a zip archive',
    ],
    ['a locked file', { name: 'a.csv', content: log('b'), encrypted: true }, 'locked with a password'],
    ['an odd packing', { name: 'a.csv', content: log('b'), method: 12 }, 'is not read (method 12)'],
    ['another checksum', { name: 'a.csv', content: log('b'), claims: { crc: 1 } }, 'damaged'],
    ['more than it says', { name: 'a.csv', content: log('b', 9), claims: { size: 40 } }, 'damaged'],
    ['less than it says', { name: 'a.csv', content: log('b'), claims: { size: 4000 } }, 'damaged'],
    ['what is packed twice', { name: 'a.gz', content: gzipSync(gzipSync(log('b'))) }, 'is packed itself'],
    ['another kind of file', { name: 'a.pdf', content: '%PDF-1.7 ...' }, 'a PDF'],
  ])('is refused as a whole, by the name of its file, for %s', async (_, packed, reason) => {
    const error = await read({ name: 'calls.csv', content: log('a') }, packed).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect(error).toMatchObject({ file: `march.zip/${packed.name}`, reason: saying(reason) });
  });

  it('is refused where nothing is in it', async () => {
    for (const files of [[], [{ name: 'a/', content: '' }], [{ name: '.hidden', content: 'x' }]])
      await expect(read(...files)).rejects.toMatchObject({ reason: saying('no file with anything in it') });
  });

  it('is refused where it comes from a stream', async () => {
    async function* stream() {
      yield zipOf([{ name: 'calls.csv', content: log('a') }]);
    }
    await expect(readAll([fileOfStream('standard input', stream)])).rejects.toMatchObject({
      reason: saying('cannot be read from a stream'),
    });
  });

  it('cut off or changed anywhere is read as it was or refused, and never anything else', async () => {
    const whole = zipOf([
      { name: 'a.csv', content: log('a', 20) },
      { name: 'b.csv', content: log('b', 20), streamed: true },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!cut && at < bytes.length) bytes[at] = byte;
        try {
          expect((await readAll([fileOfBytes('march.zip', bytes)])).calls.length).toBeGreaterThan(19);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableFileError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('passes on a fault of the disk as it is', async () => {
    const bytes = zipOf([{ name: 'calls.csv', content: log('a') }]);
    const file = fileOfBytes('march.zip', bytes);
    const broken = async (start: number, length: number) => {
      if (start > 0) throw new Error('the disk is gone');
      return file.read(start, length);
    };
    await expect(readAll([{ ...file, read: broken }])).rejects.toThrow('the disk is gone');
  });
});

describe('a bomb', () => {
  it.each(['gzip', 'zip'])('of %s that unpacks to gigabytes of rows is refused early', async (kind) => {
    const content = Buffer.concat([Buffer.from(log('a')), Buffer.alloc(60_000_000, `${' '.repeat(999)}\n`)]);
    const file =
      kind === 'gzip'
        ? fileOfBytes('calls.csv.gz', gzipSync(content))
        : fileOfBytes('calls.zip', zipOf([{ name: 'calls.csv', content }]));
    await expect(readAll([file])).rejects.toMatchObject({ reason: saying('unpacks to more than 200 times') });
  });

  it('of members that share their bytes is refused', async () => {
    const one = zipOf([{ name: 'calls.csv', content: log('a', 500) }]);
    const start = one.readUInt32LE(one.length - 6);
    const entry = one.subarray(start, one.length - 22);
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt16LE(3, 8);
    end.writeUInt16LE(3, 10);
    end.writeUInt32LE(entry.length * 3, 12);
    const bytes = Buffer.concat([one.subarray(0, start), entry, entry, entry, end]);
    await expect(readAll([fileOfBytes('march.zip', bytes)])).rejects.toMatchObject({ reason: saying('damaged') });
    await expect(readAll([fileOfBytes('march.zip', one)])).resolves.toMatchObject({ rows: 500 });
  });

  it('of zeros is no text', async () => {
    const file = fileOfBytes('calls.csv.gz', gzipSync(Buffer.alloc(50_000_000)));
    await expect(readAll([file])).rejects.toMatchObject({ reason: saying('NUL bytes') });
  });
});

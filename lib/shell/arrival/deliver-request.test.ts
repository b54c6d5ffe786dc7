import { beforeAll, describe, expect, it } from 'vitest';
import { batchOfKey, findBatch, type Session } from '#db';
import { OperationError, runImport } from '#operations';
import { callLog, declare, norte, say, testSession, vendor } from '#testing';
import { deliverRequest } from './deliver-request.ts';

let session: Session;

beforeAll(async () => {
  session = await testSession();
  await declare(session, { ...norte, vendors: [vendor('norte', { timezone: 'Europe/Madrid' })] });
});

const log = (id: string) =>
  callLog([{ call_id: id, started_at: '2026-03-02 09:00:00', talk_s: 60, outcome: 'resolved' }]);

type Asked = { query?: string; body?: BodyInit | null; key?: string; headers?: Record<string, string> };

function request({
  query = 'vendor=norte&program=orders&file=march.csv',
  body = log('a'),
  key,
  headers = {},
}: Asked = {}) {
  const all = { ...headers, ...(key !== undefined && { 'idempotency-key': key }) };
  return new Request(`http://localhost/api/v1/imports?${query}`, {
    ...{ method: 'POST', body, headers: all },
    // As a stream is sent.
    duplex: 'half',
  } as RequestInit);
}

/** What a refused request is told of each of its faults. */
async function faults(asked: Asked): Promise<string[]> {
  const refused: unknown = await (async () => deliverRequest(session, request(asked)))().catch(
    (error: unknown) => error,
  );
  if (!(refused instanceof OperationError)) throw new Error(`was not refused: ${JSON.stringify(refused)}`);
  expect(refused.refusal).toBe('validation');
  if (refused.issues.length === 0) return [refused.message];
  return refused.issues.map(({ path, message }) => `${path}: ${typeof message === 'string' ? message : say(message)}`);
}

const batches = async () =>
  Number((await session.database.sql.query<{ n: number }>('select count(*)::int as n from import_batch'))[0]?.n);

describe('a delivery by HTTP', () => {
  it('is kept and waits for its turn, on the clock of its vendor', async () => {
    const { id, existing } = await deliverRequest(session, request());
    expect(existing).toBe(false);
    expect(await findBatch(session.database, id)).toMatchObject({
      ...{ status: 'queued', source: 'api', vendor: 'norte', fileName: 'march.csv', jobId: expect.any(String) },
      options: { program: 'orders', timezone: 'Europe/Madrid', format: null, mapping: null, strict: false },
    });
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'done', inserted: 1 });
  });

  it('is read on the clock, and as the format, that it names', async () => {
    const query = 'vendor=norte&timezone=Europe%2FLisbon&format=canonical';
    const { id } = await deliverRequest(session, request({ query }));
    expect(await findBatch(session.database, id)).toMatchObject({
      fileName: 'upload',
      options: { program: null, timezone: 'Europe/Lisbon', format: 'canonical' },
    });
  });

  it('is as long as it likes', async () => {
    const line = `${'x'.repeat(64)},2026-03-02 09:00:00,60\n`;
    const lines = 200_000;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('call_id,started_at,talk_s\n')),
      pull(controller) {
        this.sent = (this.sent ?? 0) + 1;
        if (this.sent > 20) controller.close();
        else controller.enqueue(new TextEncoder().encode(line.repeat(lines / 20)));
      },
    } as UnderlyingSource<Uint8Array> & { sent?: number });
    const { id } = await deliverRequest(session, request({ body }));
    expect((await findBatch(session.database, id))?.bytesTotal).toBe(26 + lines * line.length);
  });

  it.each([
    [{ query: 'vendor=nobody' }, ['vendor: the vendor of the import is not declared']],
    [
      { query: 'vendor=norte&program=sale&timezone=Rome&format=pdf' },
      [
        'program: the program of the import is not declared',
        'format: is none of the formats of call logs that are read',
        'timezone: the time zone of the import is not an IANA time zone',
      ],
    ],
    [
      { query: 'vendor=norte&zone=UTC' },
      ['zone: is not known here: there are vendor, program, timezone, format, file'],
    ],
    [{ query: 'vendor=norte&vendor=atlas' }, ['vendor: is given twice']],
    [{ query: `file=${'x'.repeat(256)}` }, ['file: is longer than 255 characters']],
    [{ key: '' }, ['Idempotency-Key: must be 1 to 255 printable characters without a space']],
    [{ key: 'k'.repeat(256) }, ['Idempotency-Key: must be 1 to 255 printable characters without a space']],
    [{ body: null }, ['the request has no body: it is the file']],
    [{ headers: { 'content-length': '1000' }, body: 'call_id' }, ['the body ended after 7 of 1000 bytes']],
  ] as [Asked, string[]][])('is refused, and nothing kept: %j', async (asked, expected) => {
    const before = await batches();
    expect(await faults(asked)).toEqual(expected);
    expect(await batches()).toBe(before);
  });
});

describe('the same delivery under the same key', () => {
  it('is the import of the first time, whatever has become of that', async () => {
    const first = await deliverRequest(session, request({ key: 'march' }));
    expect(await deliverRequest(session, request({ key: 'march' }))).toEqual({ id: first.id, existing: true });
    await runImport(session, { batch: first.id });
    expect(await deliverRequest(session, request({ key: 'march' }))).toEqual({ id: first.id, existing: true });
  });

  it('is one import where it is sent several times at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => deliverRequest(session, request({ key: 'storm' }))));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ existing }) => !existing)).toHaveLength(1);
  });

  it.each([
    ['another program', { query: 'vendor=norte&file=march.csv' }],
    ['another name', { query: 'vendor=norte&program=orders&file=april.csv' }],
    ['another clock', { query: 'vendor=norte&program=orders&file=march.csv&timezone=UTC' }],
    ['other content', { body: log('b') }],
  ])('is refused with %s', async (_, other) => {
    const { id } = await deliverRequest(session, request({ key: 'once' }));
    expect(await faults({ ...other, key: 'once' })).toEqual([
      'Idempotency-Key: was used for another delivery: a new one needs a key of its own',
    ]);
    expect(await batchOfKey(session.database, 'once')).toBe(id);
  });
});

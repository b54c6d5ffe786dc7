import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { callLog } from './call-log.ts';
import { cli } from './command-line.ts';
import { expect, test } from './fixtures.ts';
import { products } from './products.ts';

const { changed } = products;
test.use({ baseURL: changed.url });

const run = randomBytes(4).toString('hex');
const day = '2026-03-18';
const log = callLog(`api-${run}.csv`, [
  ...Array.from({ length: 40 }, (_, index) => ({
    call_id: `api-${run}-${index}`,
    started_at: new Date(Date.parse(`${day}T09:00:07Z`) + index * 60_000).toISOString(),
    talk_s: 90,
    outcome: 'resolved',
  })),
  { call_id: `api-${run}-bad`, started_at: `${day}T10:00:00Z`, talk_s: -3, outcome: 'resolved' },
]);

const calls = () =>
  cli(changed, 'economics', '--from', day, '--to', '2026-03-19', '--vendor', 'borgolinea').rows[0]?.counts.handled ?? 0;

function deliver(request: APIRequestContext, query = 'vendor=borgolinea&program=orders', body = log.buffer) {
  return request.post(`/api/v1/imports?${query}&file=${log.name}`, {
    headers: { 'idempotency-key': `e2e-${run}`, 'content-type': 'application/octet-stream' },
    data: body,
  });
}

test('a program delivers a log, follows it, reads its rejects and undoes it', async ({ request }) => {
  const before = calls();
  const delivered = await deliver(request);
  expect(delivered.status()).toBe(202);
  const address = delivered.headers().location ?? '';
  const state = async () => (await request.get(address)).json();
  await expect.poll(async () => (await state()).status, { timeout: 30_000 }).toBe('done');
  await expect.poll(async () => (await state()).quality?.severity, { timeout: 30_000 }).toBeTruthy();
  expect(await state()).toMatchObject({
    ...{ vendor: 'borgolinea', program: 'orders', source: 'api', files: [{ name: log.name }] },
    counts: { rows: 41, calls: 40, inserted: 40, rejected: 1 },
    quality: { span: { first: day, last: day } },
  });
  expect(calls()).toBe(before + 40);

  expect((await deliver(request)).status()).toBe(200);
  const other = await deliver(request, 'vendor=borgolinea');
  expect([other.status(), other.headers()['content-type']]).toEqual([422, 'application/problem+json']);

  const rejects = await (await request.get(`${address}/rejects`)).json();
  expect(rejects).toEqual({
    rejects: [
      {
        ...{ file: 1, fileName: log.name, row: 42, column: 'talk_s', value: '-3' },
        reason: expect.stringContaining('negative'),
      },
    ],
  });
  expect(await (await request.get(`${address}/rejects?format=csv`)).text()).toContain("42,talk_s,'-3,");

  expect((await request.post(`${address}/cancel`)).status()).toBe(409);
  expect((await request.post(`${address}/undo`)).status()).toBe(202);
  await expect.poll(async () => (await state()).status, { timeout: 30_000 }).toBe('undone');
  expect(calls()).toBe(before);
});

test('what cannot be taken is refused with the reason', async ({ request }) => {
  const refused = await request.post('/api/v1/imports?vendor=nobody&zone=UTC', { data: 'call_id' });
  expect(refused.status()).toBe(422);
  expect((await refused.json()).errors.join()).toContain('zone: is not known here');
  expect((await request.get('/api/v1/imports/nothing')).status()).toBe(404);
  expect((await request.get('/api/v1/imports/nothing', { headers: { host: 'rebound.example' } })).status()).toBe(403);
});

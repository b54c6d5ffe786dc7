import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { callLog } from './call-log.ts';
import { cli, runNode } from './command-line.ts';
import { expect, test } from './fixtures.ts';
import { databaseOf, products } from './products.ts';

const { shown } = products;

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: Buffer };
type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request as no browser sends it: with any Host and Origin. */
function ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A refused body is not read, so that its connection is no good for another request.
    const asked = { host: '127.0.0.1', port: shown.port, agent: false, method, path, headers } as const;
    const asking = request(asked, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

function upload() {
  const body = callLog('', [{ call_id: 'foreign', started_at: '2026-03-11T09:00:00Z', talk_s: 60 }]).buffer;
  const scope = { vendor: 'borgolinea', program: 'orders', timezone: 'Europe/Rome' };
  const query = new URLSearchParams({ id: randomUUID(), ...scope, file: 'foreign.csv', size: String(body.length) });
  return { method: 'POST', path: `/imports/upload?${query}`, body };
}

const calls = () => cli(shown, 'economics', '--from', '2026-03-01', '--to', '2026-04-01', '--by', 'vendor').rows;

test.describe('nobody else reaches the product', () => {
  for (const path of ['/', '/vendors/borgolinea', '/imports', '/export/overview.csv', '/api/health/ready'])
    test(`by a name of their own: ${path}`, async () => {
      const { status, body } = await ask({ path, headers: { host: `rebound.example:${shown.port}` } });
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ status: 403, detail: /answers only at localhost/ });
      expect(body).not.toContain('Borgolinea');
    });

  test('by a name of their own, to upload', async () => {
    const before = calls();
    const { status, body } = await ask({ ...upload(), headers: { host: 'rebound.example' } });
    expect(status).toBe(403);
    expect(body).toContain('answers only at localhost');
    expect(calls()).toEqual(before);
  });

  test('from a page of another site', async () => {
    const before = calls();
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, body } = await ask({ ...upload(), headers });
      expect(status, JSON.stringify(headers)).toBe(403);
      expect(JSON.parse(body).detail).toContain('A page of another site asked for a change. Nothing was changed.');
    }
    expect(calls()).toEqual(before);
  });

  for (const host of ['0.0.0.0', '::', '192.0.2.7'])
    test(`because it does not listen on ${host}`, () => {
      const { status, err } = runNode(['scripts/start.mjs'], {
        DATABASE_URL: databaseOf(shown),
        HOST: host,
        PORT: String(shown.port + 9),
      });
      expect(status).toBeGreaterThan(0);
      expect(err).toContain('HOST: the server listens on loopback only until people can sign in');
    });
});

test.describe('every page', () => {
  for (const path of ['/', '/vendors/borgolinea', '/imports', '/vendors/nobody'])
    test(`runs only its own scripts and stays in no frame: ${path}`, async () => {
      const { headers, body } = await ask({ path });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      const policy = new Map(
        String(headers['content-security-policy'])
          .split('; ')
          .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)] as const),
      );
      const scripts = policy.get('script-src') ?? [];
      const nonce = scripts.find((source) => source.startsWith("'nonce-"))?.slice(7, -1);
      expect(nonce).toMatch(/^[\w+/=]{22,}$/);
      expect(scripts).not.toContain("'unsafe-inline'");
      expect(scripts).not.toContain("'unsafe-eval'");
      expect(policy.get('style-src')).not.toContain("'unsafe-inline'");
      expect(policy.get('default-src')).toEqual(["'self'"]);
      expect(policy.get('object-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
      const tags = body.match(/<script[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
      const again = await ask({ path });
      expect(again.headers['content-security-policy']).not.toBe(headers['content-security-policy']);
    });
});

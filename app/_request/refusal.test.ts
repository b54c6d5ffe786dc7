import { describe, expect, it } from 'vitest';
import { refusal, refused } from './refusal.ts';

const asked = (method: string, headers: Record<string, string>) => refusal({ method, headers: new Headers(headers) });

describe('whether a request is refused', () => {
  it.each(['localhost:3000', 'localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])('reads at %s', (host) => {
    expect(asked('GET', { host })).toBeNull();
  });

  it.each(['breakeven.example:3000', '192.168.1.5:3000', 'localhost.evil.example', 'evil.example:127.0.0.1', ''])(
    'refuses the host "%s", which is not this machine',
    (host) => {
      expect(asked('GET', host === '' ? {} : { host })).toBe('host');
      expect(asked('POST', { host, origin: `http://${host}` })).toBe('host');
    },
  );

  it.each([
    ['a page of ours', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['a page of ours behind TLS', { origin: 'https://localhost:3000' }],
    ['a program, which is no page', {}],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('lets %s change something', (_, headers) => {
    expect(asked('POST', { host: 'localhost:3000', ...headers })).toBeNull();
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:4000' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('lets %s read and not change', (_, headers) => {
    expect(asked('GET', { host: 'localhost:3000', ...headers })).toBeNull();
    expect(asked('HEAD', { host: 'localhost:3000', ...headers })).toBeNull();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(asked(method, { host: 'localhost:3000', ...headers })).toBe('origin');
  });

  it.each([
    ['host', /^Breakeven answers only at localhost/],
    ['origin', /^A page of another site asked for a change/],
  ] as const)('says why: %s', async (reason, detail) => {
    const response = refused(reason);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'about:blank',
      status: 403,
      title: 'Forbidden',
      detail: expect.stringMatching(detail),
    });
  });
});

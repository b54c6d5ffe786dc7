import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '#config';

describe('settings', () => {
  it('need none: the embedded database beside the project, on loopback', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      projectDir: resolve('.'),
      dataDir: resolve('.data'),
      watchDir: null,
      customerKey: null,
      port: 3000,
      host: '127.0.0.1',
    });
  });

  it('that are empty are as if they were not there', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '', HOST: '' })).toEqual(readConfig({}));
  });

  it('are read', () => {
    const env = {
      DATABASE_URL: 'postgresql://me@db.example/breakeven',
      BREAKEVEN_HOME: '/srv/breakeven',
      BREAKEVEN_DATA_DIR: 'data',
      BREAKEVEN_WATCH_DIR: 'arriving',
      BREAKEVEN_CUSTOMER_KEY: 'sixteen or more!',
      PORT: '8080',
      HOST: '::1',
    };
    expect(readConfig(env)).toEqual({
      databaseUrl: env.DATABASE_URL,
      projectDir: '/srv/breakeven',
      dataDir: '/srv/breakeven/data',
      watchDir: '/srv/breakeven/arriving',
      customerKey: 'sixteen or more!',
      port: 8080,
      host: '::1',
    });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.example.org', 'localhost.example.org'])(
    'refuse to listen on %s, and say why',
    (host) => {
      expect(isLoopback(host)).toBe(false);
      expect(() => readConfig({ HOST: host })).toThrow(
        'HOST: the server listens on loopback only until people can sign in: use 127.0.0.1, ::1 or localhost',
      );
    },
  );

  it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost'])('listen on %s', (host) => {
    expect(readConfig({ HOST: host }).host).toBe(host);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://db/breakeven'],
    ['DATABASE_URL', 'db'],
    ['BREAKEVEN_CUSTOMER_KEY', 'short'],
  ])('name %s where it cannot be %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });

  it('name every fault at once', () => {
    expect(() => readConfig({ PORT: 'x', HOST: '0.0.0.0' })).toThrow(/PORT: .*\nHOST: /);
  });
});

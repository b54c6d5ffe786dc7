import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSample } from '../platform/read-sample.test-data.ts';
import { platforms } from '../registry.ts';

const samples = new URL('../../../../samples/call-logs/platforms/', import.meta.url);

/** Files of a kind, by the platform in whose folder they lie. */
const filesIn = (kind: 'ok' | 'not-ok'): [platform: string, file: string][] =>
  readdirSync(samples).flatMap((platform) =>
    readdirSync(new URL(`${platform}/${kind}/`, samples)).map((file): [string, string] => [platform, file]),
  );
const bytesOf = (platform: string, kind: 'ok' | 'not-ok', file: string) =>
  readFileSync(new URL(`${platform}/${kind}/${file}`, samples));

describe("samples of platforms' call logs", () => {
  it('are of platforms that are read', () => {
    expect(Object.keys(platforms)).toEqual(expect.arrayContaining(readdirSync(samples)));
  });

  it.each(filesIn('ok'))('%s/ok/%s is known by its content, and imported whole', async (platform, file) => {
    const { calls, rejects, formats, unknownDispositions } = await readSample(bytesOf(platform, 'ok', file));
    expect(rejects).toEqual([]);
    expect(formats).toEqual([platform]);
    expect(calls.length > 0).toBe(!file.startsWith('header-only'));
    expect(Object.values(unknownDispositions).length).toBeLessThan(3);
  });

  it.each(filesIn('not-ok'))('%s/not-ok/%s is refused for the reason in its name', async (platform, file) => {
    const { calls, rejects } = await readSample(bytesOf(platform, 'not-ok', file), { format: platform as never });
    const reason = file.split('.')[0]?.replaceAll('-', '_');
    expect(rejects.map(({ reason: said }) => said.key)).toEqual([`rejects.${reason}`]);
    expect(calls).toEqual([]);
  });
});

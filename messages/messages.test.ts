import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directions } from '#calls';
import { chargeKinds } from '#contracts';
import { type Messages, translator } from '#format';
import { reasonCodes } from '#verdicts';
import english from './en.json' with { type: 'json' };
import pages from './en.ui.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** The keys of a catalogue, dotted. */
function keysOf(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`),
  );
}

function sourcesOf(patterns: string[]): string[] {
  return globSync(patterns, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

/** What a file of the pages says by `t('...')`, under the namespaces that it opens; in any where it opens none. */
function unsaidIn(source: string, keys: string[]): string[] {
  const opened = [...source.matchAll(/(?:use|get)Translations\('([\w.]+)'\)/g)].map(([, name = '']) => `${name}.`);
  const isSaid = (key: string) =>
    opened.length > 0 ? opened.some((name) => keys.includes(name + key)) : keys.some((own) => own.endsWith(`.${key}`));
  return [...source.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key).filter((key) => !isSaid(key));
}

/** Keys written out in the source, and families of keys whose last part is chosen while running: `states.${state}`. */
function keysInSource() {
  const source = sourcesOf(['lib/**/*.ts', 'app/**/*.{ts,tsx}']).join('\n');
  const mine = (key: string) => Object.hasOwn(english, key.slice(0, key.indexOf('.')));
  const found = (pattern: RegExp) => [
    ...new Set([...source.matchAll(pattern)].map(([, key = '']) => key).filter(mine)),
  ];
  return {
    keys: found(/['"`]([a-z][A-Za-z]*(?:\.\w+)+)['"`]/g).filter((key) => !/\.(json|csv|tsx?|ya?ml)$/.test(key)),
    families: found(/`([a-z][A-Za-z]*\.(?:\w+\.)*)\$\{/g),
  };
}

describe('the English catalogue', () => {
  const keys = keysOf(english);
  const source = keysInSource();

  it('has a message for every key in the source', () => {
    expect(source.keys.length).toBeGreaterThan(100);
    expect(source.keys.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has no message that nothing says', () => {
    const isSaid = (key: string) =>
      source.keys.includes(key) || source.families.some((family) => key.startsWith(family));
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });

  it.each([
    ['reasons', reasonCodes],
    ['states', ['failing', 'at_risk', 'healthy', 'not_enough_evidence']],
    ['vendorStates', ['failing', 'at_risk', 'healthy', 'not_enough_evidence']],
    ['programStates', ['failing', 'at_risk', 'healthy', 'not_enough_evidence']],
    ['zones', ['sound', 'underpriced', 'overpriced', 'broken']],
    ['zoneMeanings', ['sound', 'underpriced', 'overpriced', 'broken']],
    ['directions', directions],
    ['groupings', ['vendor', 'program', 'call_type', 'direction', 'month', 'week', 'day']],
    ['lines', chargeKinds.filter((kind) => kind !== 'indexation')],
    ['importStatus', ['draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undone']],
    ['bookNames', ['client', 'vendor']],
  ] as const)('has one message for each of %s', (family, members) => {
    expect(Object.keys(english[family]).sort()).toEqual([...members].sort());
  });

  it('has the words of the pages', () => {
    const sources = sourcesOf(['app/**/*.{ts,tsx}']);
    expect(sources.flatMap((source) => unsaidIn(source, keysOf(pages)))).toEqual([]);
    expect(unsaidIn("getTranslations('ui.chart'); t('calls'); t('nowhere')", keysOf(pages))).toEqual(['nowhere']);
  });

  it.each([
    ['reports', english],
    ['pages', pages],
  ])('is well formed in %s', (_, catalogue) => {
    const faults: string[] = [];
    const say = translator(catalogue, 'en', (fault) => faults.push(fault.message));
    for (const key of keysOf(catalogue)) say({ key });
    expect(faults.filter((fault) => fault.startsWith('INVALID_MESSAGE'))).toEqual([]);
  });

  it('uses the words of the trade', () => {
    const texts = keys.map((key) => [key, key.split('.').reduce<unknown>((at, part) => (at as never)[part], english)]);
    expect(texts.filter(([, text]) => /\bRPC\b| {2}|\.\.\.|!/.test(String(text)))).toEqual([]);
  });
});

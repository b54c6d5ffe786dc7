import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which doors and packages a module may import; docs/architecture.md explains the flow. Tests are not held to it. */
const table: Record<string, string[]> = {
  'core/money': [],
  'core/time': ['temporal-polyfill'],
  'core/stats': [],
  'core/format': ['#money', '#time', 'use-intl/core'],
  'core/calls': ['#money', '#time'],
  'core/contracts': ['#calls', '#money', '#time', 'zod'],
  'core/imports': [
    ...['#calls', '#format', '#money', '#revenue', '#time'],
    ...['node:zlib', 'papaparse', 'yauzl', 'zod'],
  ],
  'core/quality': ['#calls', '#format', '#imports', '#time'],
  'core/rating': ['#calls', '#contracts', '#money', '#time'],
  'core/revenue': ['#calls', '#contracts', '#money', '#time'],
  'core/rollup': ['#calls', '#contracts', '#rating', '#revenue', '#money', '#time'],
  'core/pricing': ['#contracts', '#rollup', '#money', '#time'],
  'core/invoices': ['#pricing', '#money', '#time'],
  'core/economics': ['#pricing', '#rollup', '#contracts', '#calls', '#stats', '#money', '#time'],
  'core/verdicts': ['#economics', '#contracts', '#rollup', '#stats', '#money', '#time'],
  'core/reports': [
    '#verdicts',
    '#economics',
    '#invoices',
    '#pricing',
    '#contracts',
    '#quality',
    '#rating',
    '#revenue',
    '#rollup',
    '#calls',
    '#format',
    '#money',
    '#time',
  ],
  'core/demo': ['#calls', '#money', '#time'],
  'shell/config': ['zod', 'node:path'],
  'shell/auth': [],
  'shell/db': [
    ...[
      '#calls',
      '#imports',
      '#quality',
      '#rating',
      '#revenue',
      '#rollup',
      '#contracts',
      '#pricing',
      '#invoices',
      '#verdicts',
      '#auth',
      '#config',
      '#money',
      '#time',
    ],
    ...['node:*', '@prisma/*', 'pg', 'pg-copy-streams', 'generated'],
  ],
  'shell/exports': ['#reports', '#format', '#money', '#time', 'node:stream', 'hucre/xlsx', 'pdfmake', 'pdfmake/*'],
  'shell/operations': ['core', '#db', '#auth', '#config', 'node:*', 'yaml'],
  'shell/views': ['core', '#db', '#auth', '#config', 'yaml'],
  'shell/jobs': ['core', '#operations', '#db', '#auth', 'node:*', 'pg-boss', 'zod'],
  'shell/arrival': ['core', '#operations', '#jobs', '#db', '#auth', '#config', 'node:*', 'messages'],
  'shell/cli': ['core', '#operations', '#views', '#exports', '#config', '#db', '#auth', 'node:*', 'messages'],
  'shell/testing': [
    ...['core', '#db', '#auth', '#config', '#operations', '#cli'],
    ...['node:*', 'vitest', 'vitest/node', 'pg', 'messages'],
  ],
};

const doors = JSON.parse(readFileSync('package.json', 'utf8')).imports as Record<string, string>;
const coreDoors = new Set(Object.keys(doors).filter((door) => doors[door]?.includes('/core/')));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const isTest = (path: string) => /\.(test|test-data|fixture|spec)\.tsx?$/.test(path);
const moduleOf = (path: string) => path.split('/').slice(1, 3).join('/');
const specifiers = (text: string) =>
  [
    ...text.matchAll(
      /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

function isAllowed(specifier: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) =>
    entry === 'core'
      ? coreDoors.has(specifier)
      : entry.endsWith('*')
        ? specifier.startsWith(entry.slice(0, -1))
        : specifier === entry,
  );
}

/** What of a relative import lies outside the module: nothing, the generated client, the catalogue, or a deep import. */
function relative(path: string, specifier: string): string | null {
  const target = normalize(join(dirname(path), specifier));
  if (target.startsWith(`lib/${moduleOf(path)}/`)) return null;
  return target.startsWith('generated/') ? 'generated' : target.startsWith('messages/') ? 'messages' : target;
}

/** Every import of a file that the table does not allow, and every other rule that it breaks. */
function violations(path: string, text: string): string[] {
  const allowed = table[moduleOf(path)];
  if (!allowed) return [`${path}: lib/${moduleOf(path)} has no row in the table`];
  const found = specifiers(text).flatMap((specifier) => {
    const outside = specifier.startsWith('.') ? relative(path, specifier) : specifier;
    const own = doors[specifier]?.includes(`/${moduleOf(path)}/`);
    return outside === null || isAllowed(outside, allowed)
      ? []
      : [`${path}: imports ${own ? 'its own door ' : ''}${specifier}`];
  });
  const pure = path.startsWith('lib/core/');
  const worldly =
    pure && /\b(Date\.now|new Date\(\)|Math\.random|process\.|globalThis\.)/.test(text)
      ? [`${path}: core is pure`]
      : [];
  const environment =
    !pure &&
    !/^lib\/shell\/(config|testing)\//.test(path) &&
    !path.endsWith('server-user.ts') &&
    /process\.env/.test(text);
  return [...found, ...worldly, ...(environment ? [`${path}: only #config reads process.env`] : [])];
}

const files = sources('lib').filter((path) => !isTest(path) && moduleOf(path).includes('/'));

describe('the import table', () => {
  it('has a row for every folder, and a folder and a door for every row', () => {
    const folders = ['core', 'shell'].flatMap((ring) => readdirSync(`lib/${ring}`).map((name) => `${ring}/${name}`));
    expect(folders.sort()).toEqual(Object.keys(table).sort());
    expect(Object.values(doors).sort()).toEqual(folders.map((folder) => `./lib/${folder}/index.ts`).sort());
  });

  it('is kept by every file', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.flatMap((path) => violations(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ["import { price } from '#pricing';", 'lib/core/money/planted.ts'],
    ["import {\n  type Database,\n} from '#db';", 'lib/core/economics/planted.ts'],
    ["import { rate } from '../../core/rating/rate.ts';", 'lib/core/rollup/planted.ts'],
    ["import { readFileSync } from 'node:fs';", 'lib/core/calls/planted.ts'],
    ['const now = Date.now();', 'lib/core/time/planted.ts'],
    ["import pg from 'pg';", 'lib/shell/operations/planted.ts'],
    ["export { PrismaClient } from '../../../generated/prisma/client.ts';", 'lib/shell/views/planted.ts'],
    ['const home = process.env.HOME;', 'lib/shell/views/planted.ts'],
    ["import { x } from './x.ts';", 'lib/core/helpers/planted.ts'],
  ])('sees a planted fault: %s in %s', (text, path) => {
    expect(violations(path, text)).toHaveLength(1);
  });
});

describe('pages', () => {
  it('draw with recharts in one folder only, and never reach the database', () => {
    const pages = sources('app').filter((path) => !isTest(path));
    const faults = pages.filter((path) => {
      const imported = specifiers(readFileSync(path, 'utf8'));
      const charts = imported.includes('recharts') && !path.startsWith('app/_components/charts/');
      return (
        charts ||
        imported.some((specifier) => specifier === '#db' || specifier.startsWith('@prisma') || specifier === 'pg')
      );
    });
    expect(pages.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });
});

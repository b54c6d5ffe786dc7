/** `npm run build`: the production build. `npm run up` skips it while no source has changed since the last one. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { home, ownNode, run, runTool } from './environment.mjs';

const sources = [
  'app',
  'i18n',
  'instrumentation.ts',
  'lib',
  'messages',
  'prisma',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
const stamp = resolve(home, '.next/breakeven-sources');

function* files(path) {
  const full = resolve(home, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) yield path;
  else for (const name of readdirSync(full).sort()) yield* files(`${path}/${name}`);
}

function fingerprint() {
  const hash = createHash('sha256');
  const shipped = sources.flatMap((source) => [...files(source)]).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of shipped) hash.update(file).update(readFileSync(resolve(home, file)));
  return hash.digest('hex');
}

/** The Prisma client, which the types and the build need. */
export function generate() {
  run(ownNode(), ['scripts/prisma-generate.mjs']);
}

export function build() {
  generate();
  runTool('next/dist/bin/next', ['build']);
  writeFileSync(stamp, fingerprint());
}

export function buildIfNeeded(step) {
  const whole = existsSync(stamp) && existsSync(resolve(home, '.next/BUILD_ID'));
  if (whole && readFileSync(stamp, 'utf8') === fingerprint()) return;
  step('building');
  build();
}

if (process.argv[1]?.endsWith('build.mjs')) build();

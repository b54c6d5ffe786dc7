/** `npm run verify`: format, lint, types, dead code, unit tests; no database, no browser. */
import { generate } from './build.mjs';
import { ownNode, run, runTool } from './environment.mjs';

const step = (text) => process.stdout.write(`\n- ${text}\n`);

generate();
step('lock file');
run(ownNode(), ['scripts/check-lock.mjs']);
step('format and lint');
runTool('@biomejs/biome/bin/biome', ['ci', '.', '--error-on-warnings']);
runTool('oxlint/bin/oxlint', ['--type-aware', '--quiet']);
step('types');
runTool('next/dist/bin/next', ['typegen']);
runTool('typescript/bin/tsc', ['--noEmit']);
step('dead code');
runTool('knip/bin/knip.js', []);
step('unit tests');
runTool('vitest/vitest.mjs', ['run', '--project', 'core']);

/**
 * `npm test`: sets up what is missing and runs everything: verify, the shell against a real PostgreSQL, each user story
 * in a real browser. Arguments go to nothing: it is all or nothing; `npm run test:unit`, `test:db` and `test:e2e` are
 * the parts.
 */
import { buildIfNeeded } from './build.mjs';
import { install, ownNode, run, runTool } from './environment.mjs';

const step = (text) => process.stdout.write(`\n=== ${text}\n`);

install();
step('verify');
run(ownNode(), ['scripts/verify.mjs']);
step('the shell against PostgreSQL');
runTool('vitest/vitest.mjs', ['run', '--project', 'shell']);
step('each user story in a browser');
const { ensureBrowser } = await import('./browser.mjs');
ensureBrowser();
buildIfNeeded((text) => process.stdout.write(`- ${text}\n`));
runTool('@playwright/test/cli.js', ['test']);
process.stdout.write('\nEverything passed.\n');

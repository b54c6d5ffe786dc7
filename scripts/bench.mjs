/** `npm run bench [rows]`: the benchmarks, under the project's Node. */
import { generate } from './build.mjs';
import { install, ownNode, run } from './environment.mjs';

install();
generate();
run(ownNode(), ['bench/main.ts', ...process.argv.slice(2)]);

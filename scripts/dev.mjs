/** `npm run dev`: the development server, on loopback only. */
import { generate } from './build.mjs';
import { start } from './environment.mjs';

generate();
const port = process.env.PORT ?? '3000';
process.exitCode = await start(['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', port]);

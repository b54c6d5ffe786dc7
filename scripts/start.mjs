/** `npm run start`: serves the built product, on loopback only until people can sign in. */
import { readConfig } from '../lib/shell/config/config.ts';
import { fail, start } from './environment.mjs';

function settings() {
  try {
    return readConfig(process.env);
  } catch (error) {
    return fail(error.message);
  }
}

const { host, port } = settings();
const name = host === '127.0.0.1' ? 'localhost' : host === '::1' ? '[::1]' : host;
process.stdout.write(
  `\nBreakeven: http://${name}:${port}\n` +
    'Whoever sits at this machine is the administrator: there is no sign-in yet, so nobody else can reach it.\n\n',
);
process.exitCode = await start(['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)]);

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir, runCli, testSession } from '#testing';
import { commands } from './commands.ts';

const session = await testSession();
const cli = (...args: string[]) => runCli(session, args);

describe('the command line', () => {
  it('without a command, or with --help, lists what there is', async () => {
    for (const args of [[], ['--help']]) {
      const { status, out, err } = await cli(...args);
      expect([status, err]).toEqual([0, '']);
      for (const { name } of commands) expect(out).toContain(name);
    }
  });

  it.each(commands.map(({ name }) => name))('%s --help tells its options', async (name) => {
    const { status, out, err } = await cli(...name.split(' '), '--help');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(`breakeven ${name}`);
    const options = commands.find((command) => command.name === name)?.options ?? {};
    for (const option of [...Object.keys(options), 'json', 'help']) expect(out).toContain(`--${option}`);
  });
});

describe('bad arguments', () => {
  it.each([
    ['no command "frobnicate"', ['frobnicate']],
    ['no command "import nothing x"', ['import', 'nothing', 'x']],
    ['--from is required', ['economics', '--to', '2026-02-01']],
    ['--to is required', ['economics', '--from', '2026-02-01']],
    ['--from: ', ['economics', '--from', '2026-02-31', '--to', '2026-03-01']],
    ['--from: ', ['economics', '--from', 'yesterday', '--to', '2026-03-01']],
    ['--to: ', ['economics', '--from', '2026-03-01', '--to', '2026-03-01']],
    ['--to: ', ['economics', '--from', '2026-03-01', '--to', '2026-02-01']],
    ['no grouping "colour"', ['economics', '--from', '2026-02-01', '--to', '2026-03-01', '--by', 'vendor,colour']],
    ['"EURO" is not an ISO 4217', ['economics', '--from', '2026-02-01', '--to', '2026-03-01', '--currency', 'EURO']],
    ["Unknown option '--colour'", ['economics', '--colour', 'red']],
    ['expected no arguments', ['economics', 'x', '--from', '2026-02-01', '--to', '2026-03-01']],
    ['--vendor is required', ['statement', '--month', '2026-02']],
    ['--month: ', ['statement', '--vendor', 'norte', '--month', '2026-13']],
    ['"norte" is not a declared vendor', ['statement', '--vendor', 'norte', '--month', '2026-02']],
    ['--as-of: ', ['verdicts', '--as-of', 'today']],
    ['expected <vendor> <call_id>', ['call', 'norte']],
    ['vendor "norte" has no call "x"', ['call', 'norte', 'x']],
    ['there is no file /no/such/file', ['import', 'calls', '/no/such/file', '--vendor', 'norte']],
    ['there is no file /no/such/file', ['import', 'rates', '/no/such/file']],
    ['there is no file /no/such/file', ['apply', '/no/such/file']],
    ['no format "pdf"', ['import', 'calls', '-', '--vendor', 'norte', '--format', 'pdf']],
    ['is not an IANA time zone', ['import', 'calls', '-', '--vendor', 'norte', '--timezone', 'Rome']],
    ['say --yes', ['db', 'reset']],
    ['DATABASE_URL names a server', ['db', 'stop']],
  ])('%s', async (said, args) => {
    const { status, out, err } = await cli(
      ...args,
      ...(args[0] === 'frobnicate' || args[1] === 'nothing' ? [] : ['--json']),
    );
    expect(err).toContain(said);
    expect([status, out]).toEqual([2, '']);
  });
});

describe('an empty product', () => {
  it('answers with nothing rather than with zeros', async () => {
    const economics = await cli('economics', '--from', '2026-01-01', '--to', '2026-02-01', '--json');
    expect(JSON.parse(economics.out)).toEqual({ currency: 'EUR', from: '2026-01-01', to: '2026-02-01', rows: [] });
    const verdicts = await cli('verdicts', '--json');
    expect(JSON.parse(verdicts.out)).toEqual({ asOf: null, rows: [] });
    expect((await cli('verdicts')).out).toBe('no calls have been imported\n');
  });
});

describe('the program itself', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [join(projectDir, 'lib/shell/cli/bin.mjs'), ...args], {
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: session.database.url, ...env },
    });

  it('runs from any folder, and writes nothing but the answer', () => {
    const { status, stdout, stderr } = run(['verdicts', '--json']);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{"asOf":null,"rows":[]}\n', stderr: '' });
  });

  it('refuses settings that it cannot use', () => {
    const { status, stderr } = run(['verdicts'], { PORT: 'many', HOST: '0.0.0.0' });
    expect(status).toBe(1);
    expect(stderr).toContain('PORT: ');
    expect(stderr).toContain('HOST: the server listens on loopback only');
  });

  it('says that nobody answers at the address of the database', () => {
    const { status, stdout, stderr } = run(['verdicts'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('ECONNREFUSED');
  });
});

import { parseArgs } from 'node:util';
import { ForbiddenError } from '#auth';
import { config } from '#config';
import { closeSession } from '#db';
import { type Say, translator } from '#format';
import { UnusableFileError } from '#imports';
import { MissingRateError } from '#money';
import { FailedImportError, OperationError } from '#operations';
import { openSession } from '#views';
import en from '../../../messages/en.json' with { type: 'json' };
import { type Answer, type Command, type Terminal, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { progressLine } from './progress.ts';

/** Exit statuses that scripts rely on. */
const DONE = 0;
const FAILED = 1;
const BAD_INPUT = 2;

function usage(command: Command): string {
  const args = command.args
    .map(({ name, required, repeats }) =>
      [required ? '<' : '[', name, repeats ? '...' : '', required ? '>' : ']'].join(''),
    )
    .join(' ');
  const lines = Object.entries(command.options).map(([name, { value, short, required, help }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    return `  ${flag.padEnd(26)}${help}${required ? ' (required)' : ''}`;
  });
  const common = [
    '  --json                    one JSON document on standard output, nothing else',
    '  --help                    this text',
  ];
  return [`breakeven ${command.name} ${args}`.trimEnd(), command.help, ...lines, ...common].join('\n');
}

function overviewOfCommands(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, help }) => `  ${name.padEnd(width)}${help}`);
  return ['breakeven <command> [options]', '', ...lines, '', '`breakeven <command> --help` tells the rest.'].join('\n');
}

function find(argv: readonly string[]): { command: Command; rest: string[] } | null {
  for (const words of [2, 1]) {
    const command = commands.find(({ name }) => name === argv.slice(0, words).join(' '));
    if (command) return { command, rest: argv.slice(words) };
  }
  return null;
}

function read(command: Command, rest: string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
  );
  try {
    const parsed = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return { positionals: parsed.positionals, options: parsed.values as Record<string, string | boolean | undefined> };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function execute(command: Command, rest: string[], terminal: Terminal): Promise<Answer & { asJson: boolean }> {
  const given = read(command, rest);
  if (given.options.help) return { json: { usage: usage(command) }, text: usage(command), asJson: false };
  const wanted = command.args.filter(({ required }) => required).length;
  const most = command.args.some(({ repeats }) => repeats) ? Number.POSITIVE_INFINITY : command.args.length;
  if (given.positionals.length < wanted || given.positionals.length > most)
    throw new UsageError(`expected ${command.args.map(({ name }) => `<${name}>`).join(' ') || 'no arguments'}`);
  const missing = Object.entries(command.options).find(
    ([name, { required }]) => required && given.options[name] === undefined,
  );
  if (missing) throw new UsageError(`--${missing[0]} is required`);
  return { ...(await command.run(given, terminal)), asJson: given.options.json === true };
}

/** What went wrong, for a person, and the exit status that says whose fault it was. */
function failure(error: unknown, say: Say): { text: string; status: number } {
  if (error instanceof OperationError) {
    const lines = error.issues.map(
      ({ path, message }) => `  ${path && `${path}: `}${typeof message === 'string' ? message : say(message)}`,
    );
    return {
      text: [error.message, ...lines].join('\n'),
      status: error.refusal === 'validation' || error.refusal === 'not_found' ? BAD_INPUT : FAILED,
    };
  }
  if (error instanceof UnusableFileError) return { text: say(error.sentence), status: BAD_INPUT };
  if (error instanceof FailedImportError)
    return { text: say(error.sentence), status: error.cause instanceof MissingRateError ? BAD_INPUT : FAILED };
  if (error instanceof MissingRateError) return { text: error.message, status: BAD_INPUT };
  if (error instanceof ForbiddenError) return { text: error.message, status: FAILED };
  return { text: error instanceof Error ? error.message : String(error), status: FAILED };
}

/** Runs one command line; returns the exit status: 0 done, 1 failed, 2 bad arguments or bad input. */
export async function main(argv: string[]): Promise<number> {
  const found = find(argv);
  if (!found) {
    const asked = argv.length === 0 || argv.includes('--help');
    (asked ? process.stdout : process.stderr).write(
      `${asked ? '' : `no command "${argv.join(' ')}"\n`}${overviewOfCommands()}\n`,
    );
    return asked ? DONE : BAD_INPUT;
  }
  const progress = progressLine(process.stderr);
  const terminal: Terminal = {
    say: translator(en, 'en'),
    width: process.stdout.columns ?? 200,
    progress: progress.show,
    warn: (line) => process.stderr.write(`${line}\n`),
    session: openSession,
  };
  try {
    config();
    const { json, text, asJson } = await execute(found.command, found.rest, terminal);
    progress.end();
    process.stdout.write(asJson ? `${JSON.stringify(json)}\n` : `${text.trimEnd()}\n`);
    return DONE;
  } catch (error) {
    progress.end();
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage(found.command)}\n`);
      return BAD_INPUT;
    }
    const { text, status } = failure(error, terminal.say);
    process.stderr.write(`${text}\n`);
    return status;
  } finally {
    await closeSession();
  }
}

import type { Say } from '#format';
import type { Report } from '#reports';
import type { Session } from '#views';

type OptionSpec = {
  type: 'string' | 'boolean';
  value?: string;
  /** One letter that stands for it: `o` for `-o`. */
  short?: string;
  required?: boolean;
  help: string;
};

/** What a command was given, read and checked against its own description. */
export type Given = {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
};

/** What a command answers: one JSON document, the same for a person, and the report behind it where there is one. */
export type Answer = { json: unknown; text: string; report?: Report | null };

export type Terminal = {
  say: Say;
  width: number;
  /** One line of progress on standard error; overwritten on a terminal, now and then otherwise. */
  progress: (line: string) => void;
  warn: (line: string) => void;
  session: () => Promise<Session>;
};

export type Command = {
  /** As typed: `import calls`. */
  name: string;
  /** The arguments after the name: `<file|->`; the last may be given as often as one likes: `<file...>`. */
  args: { name: string; required: boolean; repeats?: true }[];
  options: Record<string, OptionSpec>;
  help: string;
  run: (given: Given, terminal: Terminal) => Promise<Answer>;
};

/** Arguments that cannot be used: said with the command's usage, exit status 2. */
export class UsageError extends Error {}

/** The text of an option, or undefined. */
export function textOption({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** A value that a reader refuses, told with the option's name. */
export function readOption<T>(given: Given, name: string, read: (text: string) => T): T | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  try {
    return read(text);
  } catch (error) {
    throw new UsageError(`--${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A required option, read. */
export function requiredOption<T>(given: Given, name: string, read: (text: string) => T): T {
  const value = readOption(given, name, read);
  if (value === undefined) throw new UsageError(`--${name} is required`);
  return value;
}

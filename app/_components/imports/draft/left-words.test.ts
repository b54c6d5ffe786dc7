import { describe, expect, it } from 'vitest';
import { type LeftWords, leftWords } from './left-words.ts';

type Format = Parameters<typeof leftWords>[0]['documents'][number]['format'];

const left = (formats: readonly Format[], programs: readonly string[], program: string | null = null) =>
  leftWords({
    documents: formats.map((format) => ({ format })),
    choices: { programs: programs.map((id) => ({ id })) },
    asked: { program },
  });

describe('a word that nobody explains', () => {
  it.each<[string, readonly string[], string | null, LeftWords['queue']]>([
    ['the import names a program', ['orders', 'default'], 'orders', 'importProgram'],
    ['the import names none and `default` is declared', ['orders', 'default'], null, 'defaultProgram'],
    ['the import names none and no `default` is declared', ['orders'], null, 'noProgram'],
  ])("of a platform's log, where %s", (_, programs, program, queue) => {
    expect(left(['twilio'], programs, program)).toEqual({ disposition: 'other', queue });
  });

  it.each<Format>(['mapping', null])('of a table (%s): its row is rejected, whatever is declared', (format) => {
    expect(left([format], ['default'], 'orders')).toEqual({ disposition: 'rejected', queue: 'rejected' });
  });

  it('of our own log: a program is named by its code there', () => {
    expect(left(['canonical'], ['default'])).toEqual({ disposition: 'rejected', queue: null });
    expect(left(['canonical', 'mapping'], ['default'])).toEqual({ disposition: 'rejected', queue: 'rejected' });
  });

  it("of a table beside a platform's log", () => {
    expect(left(['mapping', 'twilio'], ['orders'])).toEqual({ disposition: 'other', queue: 'noProgram' });
  });
});

import type { Fault } from './fault.ts';

const LONGEST = 200;
const control = /\p{Cc}/u;
const lineBreaks = /[\t\r\n]+ */g;

/** Reads an identifier: at most 200 characters, none of them a control character or a line break. */
export function readId(text: string): string | Fault {
  if (text.length > LONGEST) return { fault: { key: 'rejects.too_long', values: { longest: LONGEST } } };
  return control.test(text) ? { fault: { key: 'rejects.control_character' } } : text;
}

/** Reads words that a person typed: like an identifier, but a tab or line break within counts as one space. */
export function readText(text: string): string | Fault {
  return readId(control.test(text) ? text.replace(lineBreaks, ' ') : text);
}

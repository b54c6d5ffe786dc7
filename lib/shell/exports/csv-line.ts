import type { Field } from './field.ts';

/** One line as RFC 4180 has it. */
export function csvLine(fields: readonly Field[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

/** Words that a spreadsheet would run as a formula are kept from it by an apostrophe; figures are never touched. */
function quoted({ text, kind }: Field): string {
  const safe = kind === 'words' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

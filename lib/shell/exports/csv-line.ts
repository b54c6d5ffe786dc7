/** One field of a CSV line: words are guarded against being run as a formula, figures are never touched. */
export type Field = { text: string; words: boolean };

export function words(text: string): Field {
  return { text, words: true };
}

export function figure(text: string): Field {
  return { text, words: false };
}

/** One line as RFC 4180 has it. */
export function csvLine(fields: readonly Field[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

/** Words that a spreadsheet would run as a formula are kept from it by an apostrophe. */
function quoted({ text, words: isWords }: Field): string {
  const safe = isWords && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

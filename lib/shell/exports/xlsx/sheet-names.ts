const LONGEST = 31;

/** A name for each sheet that a spreadsheet takes: short, without the characters of references, and no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  // Excel keeps this name for itself.
  const taken = new Set(['history']);
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` (${count})`;
      const name = `${shortened(plain || 'Sheet', LONGEST - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

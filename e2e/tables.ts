import type { Locator, Page } from '@playwright/test';

/** A table as a person reads it: the text of each cell by the text of its head. */
export type Read = Record<string, string>[];

/** Reads a table of the page; rows that only explain the one above are left out. */
export async function readTable(table: Locator): Promise<Read> {
  await table.waitFor();
  return table.evaluate((element) => {
    const text = (node: Node) =>
      (node instanceof HTMLElement ? node.innerText : (node.textContent ?? '')).replace(/\s+/g, ' ').trim();
    const heads = [...element.querySelectorAll('thead th')].map((head) =>
      [...head.childNodes].map(text).filter(Boolean).join(' '),
    );
    const rows = [...element.querySelectorAll('tbody tr, tfoot tr')].map((row) => [...row.children]);
    return rows
      .filter((cells) => cells.length === heads.length)
      .map((cells) => Object.fromEntries(cells.map((cell, index) => [heads[index] ?? '', text(cell)])));
  });
}

/** The overview's table with every column, opened as a person opens it. */
export async function allFigures(page: Page): Promise<Read> {
  const table = page.getByRole('region', { name: 'Vendors and programs' }).getByRole('table');
  if (!(await table.isVisible())) await page.getByText('All figures of this table').click();
  return readTable(table);
}

/** The row of a vendor. */
export function rowOf(rows: Read, vendor: string): Record<string, string> {
  const found = rows.filter((row) => row.Vendor === vendor);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} rows of ${vendor}`);
  return found[0];
}

/** A file with a head as rows by column: RFC 4180, with or without a byte-order mark. */
export function parseCsv(text: string): Read {
  const fields = [...text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of fields) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') lines.push([]);
  }
  const [heads = [], ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])));
}

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { download } from './download.ts';
import { expect, test } from './fixtures.ts';
import { parseCsv } from './tables.ts';

const linkTo = (page: Page, format: string) => page.getByRole('link', { name: `Download these figures as ${format}` });

/** The bytes that a link of the page downloads, and the name that they are given. */
async function bytesOf(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), linkTo(page, format).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test.describe('the same figures in every file', () => {
  test('the overview as a workbook holds the numbers of its CSV', async ({ page }) => {
    await page.goto('/');
    const rows = parseCsv((await download(page, linkTo(page, 'CSV'))).text);
    const { name, bytes } = await bytesOf(page, 'XLSX');
    expect(name).toBe('breakeven-overview-2026-01-01-2026-04-01.xlsx');
    const { sheets } = await readXlsx(bytes);
    const [cover, table] = sheets;
    expect(cover?.name).toBe('Report');
    const [heads = [], ...body] = table?.rows ?? [];
    expect(body).toHaveLength(rows.length);
    for (const [at, row] of rows.entries())
      for (const column of ['Handled calls', 'Cost per call (EUR)', 'Margin per call (EUR)', 'AHT (s)'])
        expect(body[at]?.[heads.indexOf(column)]).toBe(Number(row[column]));
  });

  test("a vendor's page can be kept for print, for the days chosen", async ({ page }) => {
    await page.goto('/vendors/talabay?from=2025-11-01&to=2025-12-01');
    const { name, bytes } = await bytesOf(page, 'PDF');
    expect(name).toBe('breakeven-talabay-2025-11-01-2025-12-01.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

test('a file of a vendor that is not there is refused', async ({ page }) => {
  const answer = await page.request.get('/vendors/nobody/export.pdf');
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({ status: 404, detail: expect.stringContaining('nobody') });
});

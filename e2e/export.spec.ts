import { download } from './download.ts';
import { margin, perCall, whole } from './figures.ts';
import { expect, test } from './fixtures.ts';
import { expectCsvEqualsPage } from './overview-csv.ts';
import { parseCsv } from './tables.ts';

test.describe('the overview as CSV', () => {
  test('holds every figure of the page, and no other', async ({ page }) => {
    await page.goto('/');
    const rows = await expectCsvEqualsPage(page);
    expect(rows).toHaveLength(7);
  });

  test('holds the figures of the days and the program that are chosen', async ({ page }) => {
    await page.goto('/?from=2025-11-10&to=2026-01-08&program=membership');
    const rows = await expectCsvEqualsPage(page);
    expect(rows.map(({ Vendor }) => Vendor)).toEqual(['Harrowmere Calls', 'Talabay Voice', 'Total']);
  });

  test('has the figures that the page compares, and the reasons', async ({ page }) => {
    await page.goto('/');
    const link = page.getByRole('link', { name: 'Download these figures as CSV' });
    const { name, text } = await download(page, link);
    expect(name).toBe('breakeven-overview-2026-01-01-2026-04-01.csv');
    const table = page.getByRole('table', { name: 'Vendors and programs' });
    for (const row of parseCsv(text)) {
      const shown = table.getByRole('rowgroup').filter({ hasText: row.Vendor ?? '' });
      const cells = await shown.getByRole('row').first().getByRole('cell').allInnerTexts();
      const [, calls, cost, , revenue, net, aht] = cells.map((cell) => cell.split('\n')[0]);
      expect({ calls, cost, revenue, net, aht }).toEqual({
        calls: whole(row['Handled calls'] ?? ''),
        cost: perCall(row['Cost per call (EUR)'] ?? ''),
        revenue: perCall(row['Revenue per call (EUR)'] ?? ''),
        net: margin(row['Margin per call (EUR)'] ?? ''),
        aht: whole(row['AHT (s)'] ?? ''),
      });
      if (row.Reason) await expect(shown).toContainText(row.Reason);
    }
  });

  test('has a total that is made of sums', async ({ page }) => {
    await page.goto('/');
    const rows = await expectCsvEqualsPage(page);
    const total = rows.at(-1);
    const vendors = rows.slice(0, -1);
    const calls = vendors.reduce((sum, row) => sum + Number(row['Handled calls']), 0);
    expect(Number(total?.['Handled calls'])).toBe(calls);
    for (const column of ['Cost per call (EUR)', 'Revenue per call (EUR)', 'Margin per call (EUR)', 'AHT (s)']) {
      const sum = vendors.reduce((all, row) => all + Number(row[column]) * Number(row['Handled calls']), 0);
      expect(Number(total?.[column])).toBeCloseTo(sum / calls, 6);
    }
  });
});

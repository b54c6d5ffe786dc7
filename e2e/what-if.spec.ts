import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cli } from './command-line.ts';
import { download } from './download.ts';
import { margin, perCall } from './figures.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { type Read, readTable } from './tables.ts';

const { shown, changed } = products;
const days = ['--from', '2026-01-01', '--to', '2026-04-01'];
const address = '/what-if?vendor=talabay&from=2026-01-01&to=2026-04-01';

const figures = (page: Page): Promise<Read> =>
  readTable(page.getByRole('region', { name: 'In force and proposed' }).getByRole('table'));

/** What the page says now that a call would have cost under the proposed terms. */
const proposedCost = async (page: Page) => said(await figures(page), 'Cost per call', 'Proposed');

const rate = (page: Page) => page.getByLabel('By the call', { exact: true });

/** What a figure says in a column. */
function said(rows: Read, measure: string, column: string): string | undefined {
  return rows.find((row) => row.Measure === measure)?.[column];
}

test.describe('what if', () => {
  test('shows the terms in force with the figures of the rest of the product', async ({ page }) => {
    await page.goto(address);
    const rows = await figures(page);
    const { rows: own } = cli(shown, 'economics', ...days, '--vendor', 'talabay', '--by', 'vendor');
    expect(said(rows, 'Cost per call', 'In force')).toBe(perCall(own[0].perCall.cost));
    expect(said(rows, "Client's margin per call", 'In force')).toBe(margin(own[0].perCall.margin));
    expect(said(rows, "Vendor's margin per call", 'In force')).toBe(margin(own[0].perCall.vendorMargin));
    for (const { 'In force': current, Proposed: proposed } of rows) expect(proposed).toBe(current);
    await expectAccessible(page);
  });

  test('moves every figure at once when a price is moved, and says so in its address', async ({ page }, info) => {
    await page.goto(address);
    const asked: string[] = [];
    await rate(page).waitFor();
    page.on('request', (request) => asked.push(request.url()));
    await rate(page).fill('1.90');
    await expect(page.getByText(/would have cost .* instead of .* more in/)).toBeVisible();
    await expect(page).toHaveURL(/terms=.*1\.90/);
    // The browser works it out alone.
    expect(asked.filter((url) => url.includes('terms='))).toEqual([]);
    const file = info.outputPath('terms.yaml');
    writeFileSync(file, 'charges: [{ kind: per_call, rate: "1.90" }]\n');
    const { proposed } = cli(shown, 'whatif', ...days, '--vendor', 'talabay', '--contract', file);
    await expect.poll(() => proposedCost(page)).toBe(perCall(proposed.perCall.cost));
    const rows = await figures(page);
    expect(said(rows, "Vendor's margin per call", 'Proposed')).toBe(margin(proposed.perCall.vendorMargin));
    // Whoever is sent the address sees the same.
    await page.reload();
    await expect.poll(() => figures(page)).toEqual(rows);
    const { name, text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
    expect(name).toBe('breakeven-what-if-talabay-2026-01-01-2026-04-01.csv');
    expect(text).toContain(proposed.money.charges);
  });

  test('says who carries the risk of longer calls', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText(/The vendor carries the risk of longer calls\. With each second/)).toBeVisible();
    await page.getByText('Any terms, as text').click();
    await page.getByLabel('Terms in YAML').fill('charges:\n  - { kind: per_minute, rate: "0.30" }\n');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText(/The client carries the risk of longer calls/)).toBeVisible();
    await expect(page.getByText('Under the terms in force the vendor carries it.')).toBeVisible();
    await expect(page.locator('figure svg.recharts-surface')).toBeVisible();
    await page.getByLabel('Terms in YAML').fill('charges: [{ kind: per_call, rate: "-1" }]');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('charges[0].rate: an amount or rate cannot be negative')).toBeVisible();
  });

  test('rates the calls anew where the terms rate otherwise', async ({ page }, info) => {
    await page.goto(`${changed.url}/what-if?vendor=talabay&from=2026-01-01&to=2026-04-01`);
    await page.getByText('How calls are rated').click();
    await page.getByLabel('Not below, s').fill('300');
    await page.getByRole('button', { name: 'Rate calls anew' }).click();
    await expect(page.getByText(/would have cost .* instead of .* less in/)).toBeVisible({ timeout: 60_000 });
    const file = info.outputPath('rating.yaml');
    const rating = 'rating: { billable: handled, basis: connected, excludeShorterThanSeconds: 300 }';
    writeFileSync(file, `${rating}\n`);
    const { proposed } = cli(changed, 'whatif', ...days, '--vendor', 'talabay', '--contract', file);
    await expect.poll(() => proposedCost(page)).toBe(perCall(proposed.perCall.cost));
  });

  test('keeps a scenario, opens it, and forgets it', async ({ page }) => {
    await page.goto(`${changed.url}/what-if?vendor=talabay`);
    await rate(page).fill('1.75');
    await page.getByLabel('Name').fill('A little dearer');
    await page.getByRole('button', { name: 'Save this scenario' }).click();
    await expect(page.getByRole('link', { name: 'A little dearer' })).toBeVisible();
    await page.getByRole('button', { name: 'As in force' }).click();
    await expect(rate(page)).toHaveValue('1.60');
    await page.getByRole('link', { name: 'A little dearer' }).click();
    await expect(rate(page)).toHaveValue('1.75');
    await page.getByRole('button', { name: 'Delete the scenario A little dearer' }).click();
    await expect(page.getByText('No scenario has been saved yet.')).toBeVisible();
  });

  test('fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    await rate(page).waitFor();
    await expectNoSidewaysScroll(page);
  });
});

test.describe('price models', () => {
  test('stand side by side, equal at the plan', async ({ page }) => {
    await page.goto(address);
    await page.getByRole('link', { name: 'Compare price models' }).click();
    await expect(page.getByText(/At the rates below a planned call of 330 s costs 1\.60 USD/)).toBeVisible();
    const { models } = cli(shown, 'compare', ...days, '--vendor', 'talabay');
    const rows = await readTable(
      page.getByRole('region', { name: 'The recorded calls under each' }).getByRole('table'),
    );
    expect(rows.map((row) => row['Client pays per call USD'])).toEqual(
      models.map(({ perCall: own }: { perCall: { cost: number } }) => perCall(own.cost)),
    );
    await page.getByLabel('Cost of a planned call').fill('2.00');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByText(/costs 2\.00 USD under every model/)).toBeVisible();
    await expectAccessible(page);
  });
});

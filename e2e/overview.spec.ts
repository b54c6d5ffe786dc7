import pages from '../messages/en.ui.json' with { type: 'json' };
import { cli } from './command-line.ts';
import { whole } from './figures.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { allFigures, readTable } from './tables.ts';

const told = [
  { vendor: 'Talabay Voice', program: 'Membership line', state: 'Failing', zone: 'Underpriced' },
  { vendor: 'Borgolinea', program: 'Order line', state: 'Healthy', zone: 'Sound' },
  { vendor: 'Tonolinia', program: 'Order line', state: 'Failing', zone: 'Overpriced' },
  { vendor: 'Harrowmere Calls', program: 'Membership line', state: 'Failing', zone: 'Broken' },
  { vendor: 'Drinvoce', program: 'Subscription calls', state: 'Healthy', zone: 'Sound' },
  { vendor: 'Oltelia Contact', program: 'Order line', state: 'Not enough evidence', zone: null },
];

test.describe('the overview', () => {
  test('says which price models fail, and where each price stands', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText("3 of 6 vendors' price models fail.", { exact: true })).toBeVisible();
    const table = page.getByRole('table', { name: 'Vendors and programs' });
    for (const { vendor, program, state, zone } of told) {
      const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: vendor, exact: true }) });
      await expect(row).toContainText(program);
      await expect(row.getByText(state, { exact: true })).toBeVisible();
      if (zone) await expect(row.getByText(zone, { exact: true })).toBeVisible();
    }
    await expect(table.getByRole('rowgroup').last()).toContainText('Total');
    // What needs a person comes first.
    const states = (await allFigures(page)).map(({ State }) => State);
    expect(states).toEqual(['Failing', 'Failing', 'Failing', 'Not enough evidence', 'Healthy', 'Healthy', '']);
    await expectAccessible(page);
  });

  test('says why each failing model fails', async ({ page }) => {
    await page.goto('/');
    const table = page.getByRole('table', { name: 'Vendors and programs' });
    await expect(table.getByText(/^Each call loses the client 2\.52 EUR .* since 2 Jun 2025/)).toBeVisible();
    await expect(table.getByText(/^Calls take 547 s and the price .* pays for 421 s: the vendor loses/)).toBeVisible();
  });

  test('says that it shows a demonstration, and what of it is invented', async ({ page }) => {
    await page.goto('/');
    const banner = page.getByText('Demonstration: these vendors and this money are invented');
    await expect(banner).toContainText('the calls behind them are real');
    await page.getByRole('link', { name: 'Import your own calls' }).click();
    await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
    await expect(page).toHaveURL('/imports');
  });

  test('shows other days, ready-made or picked', async ({ page }) => {
    await page.goto('/');
    const calls = (from: string, to: string) =>
      whole(
        cli(products.shown, 'economics', '--from', from, '--to', to, '--vendor', 'borgolinea').rows[0].counts.handled,
      );
    const [march, november] = [calls('2026-03-01', '2026-04-01'), calls('2025-11-01', '2025-12-01')];
    expect(november).not.toBe(march);
    const handled = async () =>
      (await allFigures(page)).find(({ Vendor }) => Vendor === 'Borgolinea')?.['Handled calls'];
    await page.getByRole('button', { name: 'Period: 1 Jan – 31 Mar 2026' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^This month/ }).click();
    await expect(page).toHaveURL('/?from=2026-03-01&to=2026-04-01');
    await expect(page.getByRole('button', { name: 'Period: 1 – 31 Mar 2026' })).toBeVisible();
    await expect.poll(handled).toBe(march);

    await page.getByRole('button', { name: 'Period: 1 – 31 Mar 2026' }).click();
    await page.getByLabel('From').fill('2025-11-01');
    await page.getByLabel('Up to and with').fill('2025-11-30');
    await page.getByRole('button', { name: 'Show these days' }).click();
    // An address is half-open: the last day that was picked is in.
    await expect(page).toHaveURL('/?from=2025-11-01&to=2025-12-01');
    await expect(page.getByRole('button', { name: 'Period: 1 – 30 Nov 2025' })).toBeVisible();
    await expect.poll(handled).toBe(november);
  });

  test('shows one program, and keeps the days', async ({ page }) => {
    await page.goto('/?from=2025-11-01&to=2025-12-01');
    await page.getByRole('combobox', { name: 'Program' }).click();
    await expectAccessible(page);
    await page.getByRole('option', { name: 'Membership line' }).click();
    await expect(page).toHaveURL('/?from=2025-11-01&to=2025-12-01&program=membership');
    const vendors = async () => (await allFigures(page)).map(({ Vendor }) => Vendor).sort();
    await expect.poll(vendors).toEqual(['Harrowmere Calls', 'Talabay Voice', 'Total']);
  });

  test('opens the same view from its address', async ({ page, context }) => {
    const address = '/?from=2026-02-01&to=2026-03-01&program=orders';
    await page.goto(address);
    const figures = await allFigures(page);
    const other = await context.newPage();
    await other.goto(address);
    await expect(other.getByRole('button', { name: 'Period: 1 – 28 Feb 2026' })).toBeVisible();
    await expect(other.getByRole('combobox', { name: 'Program' })).toHaveText('Order line');
    expect(await allFigures(other)).toEqual(figures);
  });

  test('says where there are calls when the days have none', async ({ page }) => {
    await page.goto('/?from=2024-01-01&to=2024-02-01');
    await expect(page.getByText('No vendor has calls in 1 – 31 Jan 2024.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Show all days with calls' }).click();
    await expect(page).toHaveURL('/?from=2025-06-01&to=2026-04-01');
    await expect(page.getByText("3 of 6 vendors' price models fail.", { exact: true })).toBeVisible();
  });

  test('explains a figure where it stands', async ({ page }) => {
    await page.goto('/');
    const table = page.getByRole('table', { name: 'Vendors and programs' });
    await table.getByRole('button', { name: 'Break-even AHT' }).click();
    const explanation = page.getByRole('dialog', { name: 'Break-even AHT' });
    await expect(explanation).toContainText(pages.ui.formulas.breakEvenAht.formula);
    await expectAccessible(page);
  });

  test('draws cost and revenue by week, and gives the same as a table', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Cost and revenue per call, by week' })).toBeVisible();
    await expect(page.getByRole('application').or(page.locator('figure svg.recharts-surface')).first()).toBeVisible();
    await page.getByText('The figures of this chart as a table').click();
    const rows = await readTable(
      page.getByRole('region', { name: 'Cost and revenue per call, by week' }).getByRole('table'),
    );
    expect(rows.length).toBeGreaterThanOrEqual(13);
    await expectAccessible(page);
  });

  test('is dark or light as asked, and remembers it', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveClass('light');
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveClass('dark');
    await page.reload();
    await expect(page.locator('html')).toHaveClass('dark');
  });

  test('is read on a phone as cards, without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    const card = page.getByRole('rowgroup').filter({ hasText: 'Harrowmere Calls' });
    await expect(card.getByText('Cost per call EUR')).toBeVisible();
    await expect(card.getByText('Break-even AHT s')).toBeVisible();
    await expect(card.getByText('Failing', { exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

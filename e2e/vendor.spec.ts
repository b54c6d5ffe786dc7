import type { Page } from '@playwright/test';
import { cli } from './command-line.ts';
import { charged, margin, perCall, percent, total, whole } from './figures.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { type Read, readTable } from './tables.ts';

const { shown } = products;
const quarter = ['--from', '2026-01-01', '--to', '2026-04-01'];
const vendors = ['talabay', 'borgolinea', 'tonolinia', 'harrowmere', 'drinvoce', 'oltelia'];

function readRegion(page: Page, name: string): Promise<Read> {
  return readTable(page.getByRole('region', { name, exact: true }).getByRole('table'));
}

/** The figures of a picture: what its names stand over. */
async function facts(page: Page, title: RegExp): Promise<Record<string, string>> {
  const list = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
  return list.evaluate((section) =>
    Object.fromEntries(
      [...section.querySelectorAll('dt')].map((name) => [
        name.innerText,
        (name.nextElementSibling as HTMLElement | null)?.innerText ?? '',
      ]),
    ),
  );
}

test.describe("a vendor's page", () => {
  test('is opened from the overview, for its program', async ({ page }) => {
    await page.goto('/');
    const table = page.getByRole('table', { name: 'Vendors and programs' });
    await table.getByRole('link', { name: 'Harrowmere Calls' }).click();
    await expect(page).toHaveURL('/vendors/harrowmere?program=membership');
    await expect(page.getByRole('heading', { name: 'Harrowmere Calls', level: 1 })).toBeVisible();
    await expect(page.getByText("Harrowmere Calls's price model fails.")).toBeVisible();
    await expect(page.getByText(/^Each call loses the client 2\.52 EUR/)).toBeVisible();
    await expect(page.getByText(/at stake: what the failing book has lost/)).toBeVisible();
    await expect(page.getByText('Demonstration: these vendors and this money are invented')).toBeVisible();
  });

  test('tells the whole story, and is accessible', async ({ page }) => {
    await page.goto('/vendors/harrowmere');
    for (const heading of [
      'Both books',
      'Cost and revenue per call, by week',
      "The price between the vendor's floor and the client's ceiling",
      'Handle time by its parts',
      'AHT, by week',
      'Charges of Mar 2026',
      'By call type',
      'Recent imports',
    ])
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByText('The ceiling is below the floor: no price works')).toBeVisible();
    await expect(page.locator('figure svg.recharts-surface')).toHaveCount(2);
    await expectAccessible(page);
  });

  for (const vendor of vendors)
    test(`of ${vendor} has the figures of the command line`, async ({ page }) => {
      const [own] = cli(shown, 'economics', ...quarter, '--by', 'vendor', '--vendor', vendor).rows;
      await page.goto(`/vendors/${vendor}`);
      const books = await readRegion(page, 'Both books');
      const found = Object.fromEntries(books.map((row) => [row.Measure?.replace(/ \(.*/, ''), row]));
      expect(found.Revenue).toMatchObject({
        'Per call EUR': perCall(own.perCall.revenue),
        'In total EUR': total(own.money.revenue),
      });
      expect(found.Contribution).toMatchObject({
        'Per call EUR': perCall(own.perCall.contribution),
        'In total EUR': total(own.money.contribution),
      });
      expect(found['Charges paid to the vendor']).toMatchObject({
        'Per call EUR': perCall(own.perCall.cost),
        'In total EUR': total(own.money.charges),
      });
      expect(found["Client's margin"]).toMatchObject({ 'Per call EUR': margin(own.perCall.margin) });
      expect(found['Fee received']).toMatchObject({ 'Per call EUR': perCall(own.perCall.cost) });
      expect(found['Labour and overhead, assumed']).toMatchObject({ 'Per call EUR': perCall(own.perCall.vendorCost) });
      expect(found["Vendor's margin"]).toMatchObject({ 'Per call EUR': margin(own.perCall.vendorMargin) });

      const zone = await facts(page, /^The price between/);
      expect(zone).toMatchObject({
        Floor: `${perCall(own.perCall.floor)} EUR`,
        Price: `${perCall(own.perCall.cost)} EUR`,
        Ceiling: `${perCall(own.perCall.ceiling)} EUR`,
      });
      const handle = await facts(page, /^Handle time by its parts/);
      expect(handle).toMatchObject({
        'Handle time': `${whole(own.aht)} s`,
        Talk: `${whole(own.seconds.talk / own.counts.handled)} s`,
        'Break-even': `${whole(own.breakEvenAht)} s`,
      });
    });

  test('lists the charges of the last month as the command line does', async ({ page }) => {
    for (const vendor of ['harrowmere', 'oltelia', 'borgolinea']) {
      const statement = cli(shown, 'statement', '--vendor', vendor, '--month', '2026-03');
      await page.goto(`/vendors/${vendor}`);
      const lines = await readRegion(page, 'Charges of Mar 2026');
      const amount = `Amount ${statement.currency}`;
      expect(lines.map((line) => [line.Line, line[amount]])).toEqual([
        ...statement.lines.map((line: { label: string; amount: string }) => [line.label, charged(line.amount)]),
        ['Total', charged(statement.billed)],
      ]);
    }
  });

  test('says what its calls are about, as the command line does', async ({ page }) => {
    const { rows } = cli(shown, 'economics', ...quarter, '--by', 'call_type', '--vendor', 'harrowmere');
    await page.goto('/vendors/harrowmere');
    const mix = await readRegion(page, 'By call type');
    expect(mix).toHaveLength(rows.length);
    const handled =
      mix.length > 0
        ? rows.reduce((sum: number, own: { counts: { handled: number } }) => sum + own.counts.handled, 0)
        : 0;
    for (const own of rows) {
      const row = mix.find((line) => line['Call type'] === own.key.call_type);
      expect(row).toEqual({
        'Call type': own.key.call_type,
        'Handled calls': whole(own.counts.handled),
        'Share of calls %': percent(own.counts.handled / handled),
        'AHT s': whole(own.aht),
        'Conversion %': percent(own.conversion),
        'Cost per call EUR': perCall(own.perCall.cost),
        'Revenue per call EUR': perCall(own.perCall.revenue),
        'Margin per call EUR': margin(own.perCall.margin),
      });
    }
  });

  test('lists its imports, and keeps the days on the way back', async ({ page }) => {
    await page.goto('/vendors/harrowmere?from=2025-11-01&to=2025-12-01');
    await expect(page.getByRole('heading', { name: 'Charges of Nov 2025' })).toBeVisible();
    const imports = await readRegion(page, 'Recent imports');
    expect(imports).toMatchObject([{ File: 'demonstration-harrowmere.csv', Status: 'Done', Rejected: '0' }]);
    await page.getByRole('main').getByRole('link', { name: 'Overview' }).click();
    await expect(page).toHaveURL('/?from=2025-11-01&to=2025-12-01');
  });

  test('is read on a phone without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/vendors/talabay');
    await expect(page.getByRole('heading', { name: 'Talabay Voice', level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test('of nobody is not found', async ({ page, faults }) => {
    // The page is streamed: that it does not exist is found after the status was sent, and React reports it as #419.
    faults.allow(/404|React error #419/);
    await page.goto('/vendors/nobody');
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await expect(page).toHaveURL('/');
  });
});

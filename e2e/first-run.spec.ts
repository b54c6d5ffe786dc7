import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callLog } from './call-log.ts';
import { cli } from './command-line.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { allFigures, rowOf } from './tables.ts';

test.use({ baseURL: products.empty.url });

/** Two euros a call, half of the revenue stays, nothing else costs anything. */
const declaration = `
currency: EUR
timezone: Europe/Madrid
vendors:
  - { code: norte, name: Norte Contact, country: ES, timezone: Europe/Madrid, status: live }
programs:
  - { code: orders, name: Order line, direction: inbound, timezone: Europe/Madrid, currency: EUR, grossMargin: 0.5 }
contracts:
  - vendor: norte
    program: orders
    from: 2026-01-01
    currency: EUR
    timezone: Europe/Madrid
    charges:
      - { kind: per_call, rate: "2.00" }
`;

const start = { hold_s: 0, wrap_s: 20, answered: 'yes', currency: 'EUR' };

/** Two calls of 100 and 200 s with 20 s of work after each; the second sells for 30 euros. */
const log = callLog('norte.csv', [
  { call_id: 'n-1', started_at: '2026-02-02T10:00:00', talk_s: 100, ...start, outcome: 'resolved', revenue: '' },
  { call_id: 'n-2', started_at: '2026-02-02T11:00:00', talk_s: 200, ...start, outcome: 'sale', revenue: '30.00' },
]);

test.describe('a new product', () => {
  let folder: string;

  test.beforeEach(() => {
    cli(products.empty, 'db', 'reset', '--yes');
    folder = mkdtempSync(join(tmpdir(), 'breakeven-e2e-files-'));
    writeFileSync(join(folder, 'breakeven.yaml'), declaration);
    writeFileSync(join(folder, log.name), log.buffer);
  });

  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('shows three steps; they lead to figures', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'No calls yet' })).toBeVisible();
    const steps = page.getByRole('main').getByRole('listitem');
    await expect(steps).toHaveCount(3);
    await expect(steps.nth(0)).toContainText('npm run -s cli -- apply breakeven.yaml');
    await expect(steps.nth(1)).toContainText('npm run -s cli -- import calls calls.csv --vendor norte');
    await expect(steps.nth(2)).toContainText('Add the contract');
    await expect(page.getByText('Demonstration')).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });

    await page.getByRole('link', { name: 'Import it on a page' }).click();
    await expect(page.getByText('Declare a vendor first: a call log belongs to one.')).toBeVisible();
    await expect(page.getByText('No file has been imported yet.')).toBeVisible();
    await expectAccessible(page);

    const applied = cli(products.empty, 'apply', join(folder, 'breakeven.yaml'));
    expect(applied.changes.map(({ change }: { change: string }) => change)).not.toContain('unchanged');
    const imported = cli(
      products.empty,
      ...['import', 'calls', join(folder, log.name), '--vendor', 'norte', '--program', 'orders'],
    );
    expect(imported).toMatchObject({ rows: 2, inserted: 2, rejected: 0 });

    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Overview' }).click();
    await expect(
      page.getByText("There is not yet enough evidence to judge the one vendor's price model."),
    ).toBeVisible();
    // Cost 2.00; revenue 30.00 over 2 calls; half of it less the cost; (120 + 220) / 2 seconds.
    expect(rowOf(await allFigures(page), 'Norte Contact')).toMatchObject({
      Program: 'Order line',
      'Handled calls': '2',
      'Cost per call EUR': '2.00',
      'Revenue per call EUR': '15.00',
      'Contribution per call EUR': '7.50',
      'AHT s': '170',
      State: 'Not enough evidence',
    });
    expect(rowOf(await allFigures(page), 'Norte Contact')['Margin per call EUR']).toMatch(/^\+5\.50/);
    await expect(page.getByText('Demonstration')).toHaveCount(0);
    await expectAccessible(page);
  });
});

import { cli } from './command-line.ts';
import { download } from './download.ts';
import { charged, perCall, whole } from './figures.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { parseCsv, readTable } from './tables.ts';

const { shown } = products;
const path = '/vendors/borgolinea/statements';

test.describe("a vendor's statements", () => {
  test('are listed by month, with what the command line says of each', async ({ page }) => {
    await page.goto('/vendors/borgolinea');
    await page.getByRole('link', { name: 'Statements by month' }).click();
    const months = await readTable(page.getByRole('region', { name: 'Statements by month' }).getByRole('table'));
    expect(months.map(({ Month }) => Month).slice(0, 2)).toEqual(['Mar 2026', 'Feb 2026']);
    const march = cli(shown, 'statement', '--vendor', 'borgolinea', '--month', '2026-03');
    const [own] = cli(
      shown,
      ...['economics', '--from', '2026-03-01', '--to', '2026-04-01'],
      '--vendor',
      'borgolinea',
    ).rows;
    expect(months[0]).toEqual({
      Month: 'Mar 2026',
      'Handled calls': whole(own.counts.handled),
      'Billed EUR': charged(march.billed),
      'Effective EUR': charged(march.effective),
      'Cost per call EUR': perCall(own.perCall.cost),
    });
  });

  test('say why each line says what it says, on the page and in the file', async ({ page }) => {
    const { lines } = cli(shown, 'statement', '--vendor', 'borgolinea', '--month', '2026-03');
    await page.goto(`${path}/2026-03`);
    for (const { reason } of lines) await expect(page.getByRole('table').first()).toContainText(reason);
    const { name, text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
    expect(name).toBe('breakeven-borgolinea-statement-2026-03.csv');
    const rows = parseCsv(text);
    expect(rows.slice(0, lines.length).map((row) => [row.Line, row.Quantity, row.Rate, row.Reason])).toEqual(
      lines.map((line: Record<string, string>) => [line.label, line.quantity, line.rate, line.reason]),
    );
  });

  test('lead from month to month, and from a line to its calls', async ({ page }) => {
    await page.goto(`${path}/2026-02`);
    await page.getByRole('link', { name: 'Mar 2026' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mar 2026');
    await page.getByRole('link', { name: 'Feb 2026' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feb 2026');
    const line = page
      .getByRole('region', { name: /^Charges of/ })
      .first()
      .getByRole('link')
      .first();
    await expect(line).toHaveAttribute('href', /^\/calls\?from=2026-02-01&to=2026-03-01&vendor=borgolinea&contract=/);
  });

  for (const width of [1440, 390])
    test(`can be read by everybody at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const address of [path, `${path}/2026-03`]) {
        await page.goto(address);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
});

test.describe('billed and effective charges', () => {
  test('are chosen in the head of a page and kept with its days', async ({ page }) => {
    await page.goto('/?from=2026-01-01&to=2026-02-01');
    await page.getByRole('combobox', { name: 'Charges' }).click();
    await page.getByRole('option', { name: 'Billed charges' }).click();
    await page.waitForURL('/?from=2026-01-01&to=2026-02-01&view=billed');
    await expect(page.getByText('Charges are as billed')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: /^Cost per call, billed/ }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Download these figures as CSV' })).toHaveAttribute(
      'href',
      /view=billed/,
    );
  });
});

import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { cli } from './command-line.ts';
import { download } from './download.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { parseCsv } from './tables.ts';

const { changed } = products;
test.use({ baseURL: changed.url });

/**
 * Talabay's calls of a month are billed at 1.60 dollars each. The invoice has 250 calls more than our log, 400.00, asks
 * for a set-up of 99.00 that nobody agreed, and names a payable that is 10.00 more than its lines.
 */
const ourCalls = (month: string) =>
  Number(cli(changed, 'statement', '--vendor', 'talabay', '--month', month).lines[0].quantity);

const grouped = (value: number) => value.toLocaleString('en');

/** Types the invoice; each story takes a month of its own, whose statement no other story's invoice is held against. */
async function type(page: Page, number: string, month: string): Promise<number> {
  const calls = ourCalls(month);
  await page.goto('/invoices/new');
  await page.getByRole('combobox', { name: 'Vendor' }).click();
  await page.getByRole('option', { name: 'Talabay Voice' }).click();
  await page.getByLabel('Invoice number').fill(number);
  await page.getByLabel('Month (YYYY-MM)').fill(month);
  await page.getByLabel('Currency, such as EUR').fill('USD');
  const amount = ((calls + 250) * 1.6).toFixed(2);
  await page.getByLabel('Payable, if it names one').fill((Number(amount) + 109).toFixed(2));
  const line = (place: number) => page.getByRole('group', { name: `Line ${place}`, exact: true });
  await line(1).getByLabel('Line', { exact: true }).fill('Handled calls');
  await line(1)
    .getByLabel('Quantity')
    .fill(String(calls + 250));
  await line(1).getByLabel('Rate').fill('1.60');
  await line(1).getByLabel('Amount').fill(amount);
  await page.getByRole('button', { name: 'Add a line' }).click();
  await line(2).getByLabel('Line', { exact: true }).fill('Setup');
  await line(2).getByLabel('Amount').fill('99.00');
  await page.getByRole('button', { name: 'Record the invoice' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Invoice ${number}`);
  return calls;
}

/** What is done to a line, under its own disclosure. */
function line(page: Page, place: number, number: string) {
  const name = `line ${place} of ${number}`;
  return {
    open: () => page.getByText(`Change: ${name}`).click(),
    state: page.getByRole('form', { name: `State of ${name}` }),
    match: page.getByRole('form', { name: `Match of ${name}` }),
  };
}

test('an invoice is typed, held against our statement, disputed, credited and exported', async ({ page }) => {
  const number = `TV-${randomBytes(4).toString('hex')}`;
  const calls = await type(page, number, '2026-02');
  const more = `They bill 250 calls more than our log has: ${grouped(calls + 250)} against ${grouped(calls)} (400.00 USD).`;
  await expect(page.getByText(more)).toBeVisible();
  await expect(page.getByText('Nothing on our statement stands behind this line.')).toBeVisible();
  await expect(page.getByText('which is 10.00 USD more than its lines add up to')).toBeVisible();
  await expect(page.getByRole('link', { name: 'The calls behind our quantity' })).toHaveAttribute(
    'href',
    /^\/calls\?from=2026-02-01&to=2026-03-01&vendor=talabay/,
  );
  await expectAccessible(page);

  const setup = line(page, 2, number);
  await setup.open();
  await setup.state.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Dispute' }).click();
  await setup.state.getByLabel('Note').fill('No set-up was agreed');
  await setup.state.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Open to Disputed.')).toBeVisible();
  await expect(page.getByText('No set-up was agreed')).toBeVisible();

  const letter = await page.request.get(`${new URL(page.url()).pathname}/export.csv?only=disputed`);
  const disputed = parseCsv(await letter.text());
  expect(disputed.map((row) => [row['Their line'], row['Their amount (USD)']])).toEqual([
    ['Setup', '99.00'],
    ['', '99.00'],
  ]);

  await setup.open();
  await setup.state.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Credited by the vendor' }).click();
  await setup.state.getByLabel('Amount credited').fill('99');
  await setup.state.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Disputed to Credited: 99.00 USD.')).toBeVisible();

  const { name, text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
  expect(name).toBe(`breakeven-talabay-${number}.csv`);
  expect(text).toContain(more.slice(0, 40));
});

test('a tolerance lets a line agree, and a wrong amount says what is wrong', async ({ page, faults }) => {
  faults.allow(/422/);
  const number = `TV-${randomBytes(4).toString('hex')}`;
  await type(page, number, '2026-01');
  const tolerance = page.getByRole('form', { name: 'Tolerance' });
  await tolerance.getByLabel('Percent of our line').fill('101');
  await tolerance.getByRole('button').click();
  await expect(tolerance.getByRole('alert')).toContainText('is more than 100');
  await tolerance.getByLabel('Amount (USD)').fill('400');
  await tolerance.getByLabel('Percent of our line').fill('0');
  await tolerance.getByRole('button').click();
  await expect(page.getByText('Agrees within the tolerance: 400.00 USD more.')).toBeVisible();
  await tolerance.getByLabel('Amount (USD)').fill('0');
  await tolerance.getByRole('button').click();
  await expect(page.getByText('Agrees within the tolerance')).toHaveCount(0);
});

test('the list says what was asked beyond our statements, on a desk and on a phone', async ({ page }) => {
  const number = `TV-${randomBytes(4).toString('hex')}`;
  await type(page, number, '2025-12');
  await page.goto('/invoices');
  await expect(page.getByText(/USD of .* USD was asked beyond our statements/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'By month and vendor' })).toContainText(number);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/invoices', '/invoices/new']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  await page.goto('/invoices');
  await page
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

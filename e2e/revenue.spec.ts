import { randomBytes } from 'node:crypto';
import { callLog } from './call-log.ts';
import { cli } from './command-line.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { parseCsv } from './tables.ts';

const { changed } = products;
test.use({ baseURL: changed.url });

test('later revenue is uploaded, found by its call, shown where it has none, and kept as files', async ({ page }) => {
  const own = randomBytes(4).toString('hex');
  await page.goto('/calls?vendor=talabay');
  const callId = await page.getByRole('table').getByRole('link').first().innerText();
  const { currency } = cli(changed, 'call', 'talabay', callId);
  const event = { vendor: 'talabay', occurred_at: '2026-04-02T10:00:00Z', currency };
  const file = callLog('events.csv', [
    { event_id: `s-${own}`, call_id: callId, kind: 'sale', amount: '120', ...event },
    { event_id: `r-${own}`, call_id: callId, kind: 'refund', amount: '40', ...event },
    { event_id: `x-${own}`, call_id: `nowhere-${own}`, kind: 'sale', amount: '9', ...event },
  ]);

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Revenue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Later revenue' })).toBeVisible();
  const form = page.getByRole('form', { name: 'Import events' });
  await form.getByLabel(/^File/).setInputFiles(file);
  await form.getByRole('button', { name: 'Import' }).click();
  await expect(form.getByRole('status')).toHaveText(
    '3 events: 3 new, 0 corrected, 0 unchanged. 2 found by call id, 0 by the customer, 1 without a call.',
  );
  const list = page.getByRole('table').filter({ hasText: `x-${own}` });
  await expect(list.getByRole('row').nth(1)).toContainText('No call: the one named has not come');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await form.getByRole('button', { name: 'Import' }).click();
  await expect(form.getByRole('status')).toContainText('3 events: 0 new, 0 corrected, 3 unchanged.');

  await page.getByRole('form', { name: 'Which events' }).getByLabel('Kind').selectOption('Refund');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/kind=refund/);
  const csv = await page.request.get(`/revenue/export.csv?${new URL(page.url()).searchParams}`);
  expect(parseCsv(await csv.text()).map((row) => row.Event)).toContain(`r-${own}`);
  expect((await page.request.get('/revenue/export.xlsx?kind=refund')).status()).toBe(200);

  await page.getByRole('link', { name: `r-${own}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: callId })).toBeVisible();
  await expect(page.getByRole('table').filter({ hasText: `s-${own}` })).toContainText('Net');
  await expectAccessible(page);
});

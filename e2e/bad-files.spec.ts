import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { callLog, type LogFile } from './call-log.ts';
import { download } from './download.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { parseCsv } from './tables.ts';
import { checkFiles, chooseFiles, delivery, importAtOnce, importDraft, openDraft } from './upload-page.ts';

test.use({ baseURL: products.changed.url });

const tonolinia = { vendor: 'Tonolinia', program: 'Order line' };
const run = randomBytes(4).toString('hex');

const call = (index: number, over: Record<string, string> = {}) => ({
  call_id: `bad-${run}-${index}`,
  started_at: '2026-03-13T09:00:00Z',
  talk_s: '60',
  hold_s: '0',
  wrap_s: '10',
  ...over,
});

/** Every figure of all days. */
async function stored(page: Page): Promise<string> {
  const answer = await page.request.get('/export/overview.csv?from=2025-06-01&to=2026-04-01');
  return answer.text();
}

test.describe('a file with bad rows', () => {
  const file = callLog(`some-bad-${run}.csv`, [
    call(1),
    call(2, { talk_s: '6o' }),
    call(3, { started_at: '2026-02-31T09:00:00Z' }),
    call(4),
    call(5, { wrap_s: '-3' }),
  ]);
  // Row 1 is the header.
  const faults = [
    { row: '3', column: 'talk_s', value: '6o', reason: /number/ },
    {
      row: '4',
      column: 'started_at',
      value: '2026-02-31T09:00:00Z',
      reason: /no such (day|date)|does not exist|date/i,
    },
    { row: '6', column: 'wrap_s', value: '-3', reason: /negative|less than|below/ },
  ];

  test('keeps its good rows, and says of each bad one where, what and why', async ({ page }) => {
    await page.goto('/');
    await chooseFiles(page, tonolinia, file);
    await checkFiles(page);
    await expect(delivery(page, file)).toContainText('3 records are rejected (60%)');
    await openDraft(page, file);
    await expectAccessible(page);
    expect(await importDraft(page)).toEqual({ new: '2', changed: '0', unchanged: '0', rejected: '3' });
    await expect(page.getByRole('heading', { name: 'Rejected rows' })).toBeVisible();
    const rejects = page.getByRole('listitem').filter({ hasText: /^Row \d/ });
    await expect(rejects).toHaveCount(faults.length);
    for (const [index, { row, column, value, reason }] of faults.entries()) {
      await expect(rejects.nth(index)).toContainText(`Row ${row}`);
      await expect(rejects.nth(index)).toContainText(`${column}: ${value}`);
      await expect(rejects.nth(index)).toContainText(reason);
    }
    await expectAccessible(page);

    const { name, text } = await download(page, page.getByRole('link', { name: 'All faults as CSV' }));
    expect(name).toMatch(/^rejects-.*\.csv$/);
    const rows = parseCsv(text);
    expect(rows.map(({ row, column, value }) => ({ row, column, value: value?.replace(/^'/, '') }))).toEqual(
      faults.map(({ row, column, value }) => ({ row, column, value })),
    );
    for (const [index, { reason }] of faults.entries()) expect(rows[index]?.reason).toMatch(reason);
  });

  test('is corrected and imported again: only what was missing is new', async ({ page }) => {
    const right = callLog(
      'corrected.csv',
      [1, 2, 3, 4, 5].map((index) => call(index)),
    );
    await page.goto('/');
    await chooseFiles(page, tonolinia, right);
    await checkFiles(page);
    expect(await importAtOnce(page, right)).toEqual({ new: '3', changed: '0', unchanged: '2', rejected: '0' });
  });
});

test.describe('a file of which nothing can be used', () => {
  const sample = (name: string): LogFile => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: readFileSync(`samples/call-logs/not-ok/${name}`),
  });
  const refused: { file: LogFile; says: (string | RegExp)[] }[] = [
    { file: sample('empty.csv'), says: ['empty.csv', /empty/] },
    { file: sample('duplicate-header.csv'), says: ['duplicate-header.csv', 'row 1', 'column talk_s', /twice/] },
  ];

  for (const { file, says } of refused)
    test(`${file.name} is refused, and nothing is changed`, async ({ page }) => {
      const before = await stored(page);
      await page.goto('/');
      await chooseFiles(page, tonolinia, file);
      await checkFiles(page);
      const alert = delivery(page, file).getByRole('alert');
      for (const words of says) await expect(alert).toContainText(words);
      if (file === refused[0]?.file) await expectAccessible(page);
      await openDraft(page, file);
      await expect(page.getByRole('region', { name: 'What it comes to' })).toContainText('It cannot be imported');
      await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(page);
      if (file === refused[0]?.file) await expectAccessible(page);
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Imported files' }).getByText(file.name)).toHaveCount(0);
      expect(await stored(page)).toEqual(before);
    });
});

test('a file that is cut off far down fails as a whole, says why, and can be tried again', async ({ page }) => {
  // What is random is not made much smaller: the end is far beyond what is looked at before.
  const rows = Array.from({ length: 20_000 }, () => ({ ...call(0), call_id: randomBytes(16).toString('hex') }));
  const whole = gzipSync(callLog('', rows).buffer);
  const name = `cut-off-${run}.csv.gz`;
  const file = { name, mimeType: 'application/gzip', buffer: whole.subarray(0, whole.length * 0.9) };
  const before = await stored(page);
  await page.goto('/');
  await chooseFiles(page, tonolinia, file);
  await checkFiles(page);
  await expect(delivery(page, file)).toContainText('of the first 1,000 records');
  await delivery(page, file)
    .getByRole('button', { name: `Import ${name}` })
    .click();
  const end = delivery(page, file).getByRole('status');
  await expect(end).toContainText(`${name} was not imported`);
  await expect(end).toContainText('cut off');
  await expectAccessible(page);

  await page.getByRole('link', { name: `Open the import of ${name}` }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('Nothing of this file was stored.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('progressbar', { name: `Importing ${name}` })).toBeVisible();
  await expect(page.getByText('What stopped it')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Read it differently' }).click();
  await expect(page.getByRole('heading', { name: 'What it comes to' })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  expect(await stored(page)).toEqual(before);
});

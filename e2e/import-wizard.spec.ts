import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { LogFile } from './call-log.ts';
import { download } from './download.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import {
  addFiles,
  checkFiles,
  chooseFiles,
  delivery,
  importAtOnce,
  importDraft,
  openDraft,
  uploads,
} from './upload-page.ts';

test.use({ baseURL: products.changed.url });

const tonolinia = { vendor: 'Tonolinia', program: 'Order line' };
const run = randomBytes(4).toString('hex');

/** What a log of one row says, in the words of a vendor that nobody knows: dd/mm dates, decimal commas, Italian words. */
const head = 'ID chiamata;Data;Ora;Operatore;Durata;Dopo chiamata;Esito;Importo';
const days = ['03/02/2026', '04/02/2026', '05/02/2026'];

function row(index: number, { duration = '90,5', outcome = 'VENDITA' } = {}): string {
  return `w-${run}-${index};${days[index % 3]};10:${String(index).padStart(2, '0')}:00;Rossi;${duration};12,0;${outcome};"1.250,00"`;
}

const file = (name: string, rows: string[], first = head): LogFile => ({
  name: `${name}-${run}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from([first, ...rows, ''].join('\n')),
});

const sent = file('febbraio', [
  ...Array.from({ length: 20 }, (_, index) => row(index)),
  row(20, { duration: '-3' }),
  row(21, { outcome: 'BOH' }),
  row(22, { duration: 'novanta' }),
]);

/** Every call of these days, as the list of calls has them. */
async function callsOf(page: Page): Promise<string> {
  const answer = await page.request.get('/calls/export.csv?vendor=tonolinia&from=2026-02-03&to=2026-02-06');
  return answer.text();
}

const comesTo = (page: Page) => page.getByRole('region', { name: 'What it comes to' });

test('an unknown table is asked about, mapped, previewed, imported, mended, sent again and undone', async ({
  page,
}) => {
  await page.goto('/');
  const before = await callsOf(page);
  await chooseFiles(page, tonolinia, sent);
  await checkFiles(page);
  await expect(delivery(page, sent)).toContainText('A table of 8 columns that is not known yet.');
  await openDraft(page, sent);

  // 3 February, or 2 March? Nothing in the file says; nothing is imported before somebody does.
  const importing = page.getByRole('button', { name: 'Import', exact: true });
  await expect(importing).toBeDisabled();
  await expect(comesTo(page)).toContainText('Say first how its dates are meant.');
  const question = page.getByRole('region', { name: 'Which day is meant?' });
  await expect(question).toContainText('2 Mar 2026');
  await expectAccessible(page);
  await question.getByRole('radio', { name: /^3 Feb 2026/ }).check();

  // The proposal is filled in, with decimal commas; what it does not know is filled in by hand.
  await expect(comesTo(page)).toContainText('All 23 records:');
  await page.getByLabel('Where Wrap-up time comes from').selectOption('Dopo chiamata');
  await expect(page.getByLabel('Decimals after')).toHaveValue('comma');
  const becomes = page.getByRole('region', { name: 'What it becomes' });
  const first = becomes.getByRole('row').filter({ hasText: `w-${run}-0` });
  for (const text of ['3 Feb 2026, 10:00', '90.5', '12', 'Sale', '1,250.00 EUR'])
    await expect(first).toContainText(text);
  await expect(page.getByRole('region', { name: 'As it stands' }).getByRole('row').nth(1)).toContainText('90,5');
  await expect(comesTo(page)).toContainText('Calls20');
  await expect(comesTo(page)).toContainText('Rejected3 (13%)');
  await expectAccessible(page);

  // A word is explained on the spot, and the preview follows.
  await page
    .getByRole('region', { name: 'Words that nobody has explained' })
    .getByLabel('What “BOH” means')
    .selectOption('No sale');
  await expect(comesTo(page)).toContainText('Calls21');
  await page.getByLabel('Keep this mapping as').fill(`Tonolinia ${run}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(await callsOf(page)).toEqual(before);

  expect(await importDraft(page)).toEqual({ new: '21', changed: '0', unchanged: '0', rejected: '2' });
  await expect(page.getByText(`By a mapping of its columns: Tonolinia ${run}`)).toBeVisible();
  await expect(page.getByRole('link', { name: /1\s*Durata\s*is negative/ })).toBeVisible();
  await expectAccessible(page);
  const whole = await callsOf(page);
  expect(whole).toContain(`w-${run}-0`);

  // The rejected rows come back under their own header, to be mended and sent again.
  const rejected = await download(page, page.getByRole('link', { name: 'Download the rejected rows' }));
  expect(rejected.name).toBe(`febbraio-${run}-rejected.csv`);
  const lines = rejected.text.replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe(`${head};reject_row;reject_reason`);
  expect(lines.slice(1).map((line) => line.split(';').slice(-2, -1)[0])).toEqual(['22', '24']);
  expect(lines[1]).toContain('is negative: a duration cannot be');
  const mended = file(
    'mended',
    lines.slice(1).map((line) => line.replace(';-3;', ';30,0;').replace(';novanta;', ';90,0;')),
    lines[0],
  );
  await page.getByRole('link', { name: 'Send the mended file' }).click();
  const panel = uploads(page);
  await expect(panel.getByRole('combobox', { name: 'Vendor', exact: true })).toHaveText('Tonolinia');
  await expect(panel.getByRole('combobox', { name: 'Program', exact: true })).toHaveText('Order line');
  await addFiles(page, mended);
  await checkFiles(page);
  await expect(delivery(page, mended)).toContainText(`Read as “Tonolinia ${run}”: 2 records, 2 calls.`);
  expect(await importAtOnce(page, mended)).toEqual({ new: '2', changed: '0', unchanged: '0', rejected: '0' });

  // Undone, one after the other, everything is as it was.
  for (const own of [mended, sent]) {
    await page.goto('/imports?vendor=tonolinia&status=done');
    await page.getByRole('link', { name: own.name }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(own === mended ? '2 calls go' : '21 calls go');
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByText(/^Undone /)).toBeVisible({ timeout: 60_000 });
    if (own === mended) expect(await callsOf(page)).toEqual(whole);
  }
  expect(await callsOf(page)).toEqual(before);
});

test('a mapping is written as a file, read from one, renamed and deleted', async ({ page }) => {
  await page.goto('/');
  const other = file('marzo', [row(41), row(42)], head.replace('Esito', 'Risultato'));
  await chooseFiles(page, tonolinia, other);
  await checkFiles(page);
  await openDraft(page, other);
  await page.getByRole('radio', { name: /Feb 2026/ }).check();
  const written = await download(page, page.getByRole('button', { name: 'As YAML' }));
  expect(written.text).toMatch(/format: dd\/MM\/yyyy HH?:mm:ss/);
  const text = written.text.replace('unit: seconds', 'unit: minutes');
  await page
    .getByLabel('Read a YAML file', { exact: true })
    .and(page.locator('input'))
    .setInputFiles({ name: 'mine.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await expect(page.getByLabel('Written in, Talk time')).toHaveValue('minutes');
  await page.getByLabel('Written in, Talk time').selectOption('seconds');

  await page.getByLabel('Keep this mapping as').fill(`Marzo ${run}`);
  expect(await importDraft(page)).toMatchObject({ new: '2' });
  await page.goto('/imports');
  await page.getByRole('link', { name: 'Saved mappings' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: `Marzo ${run}` });
  await expect(entry).toContainText('Risultato');
  await expectAccessible(page);
  await entry.getByRole('button', { name: /^Rename/ }).click();
  await page.getByLabel(/^New name of/).fill(`Aprile ${run}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const renamed = page.getByRole('listitem').filter({ hasText: `Aprile ${run}` });
  await expect(renamed).toBeVisible();
  const saved = await download(page, renamed.getByRole('link', { name: /as YAML$/ }));
  expect(saved.text).toContain(`name: Aprile ${run}`);
  await renamed.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the mapping' }).click();
  await expect(renamed).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test('a mapping that was used once reads the mended rows of its import too', async ({ page }) => {
  await page.goto('/');
  const other = file(
    'aprile',
    [31, 32, 33, 34, 35].map((index) => row(index)).concat(row(36, { duration: 'x' })),
    head.replace('Esito', 'Risultato finale'),
  );
  await chooseFiles(page, tonolinia, other);
  await checkFiles(page);
  await openDraft(page, other);
  await page.getByRole('radio', { name: /Feb 2026/ }).check();
  expect(await importDraft(page)).toMatchObject({ new: '5', rejected: '1' });
  const { text } = await download(page, page.getByRole('link', { name: 'Download the rejected rows' }));
  await page.getByRole('link', { name: 'Send the mended file' }).click();
  await expect(page.getByText(`Their columns are read as those of “${other.name}”.`)).toBeVisible();
  const mended = { ...other, name: `mended-${other.name}`, buffer: Buffer.from(text.replace(';x;', ';60;')) };
  await addFiles(page, mended);
  await checkFiles(page);
  await expect(delivery(page, mended)).toContainText('Read by its mapping: 1 record, 1 call.');
  await expectAccessible(page);
  expect(await importAtOnce(page, mended)).toMatchObject({ new: '1', rejected: '0' });
});

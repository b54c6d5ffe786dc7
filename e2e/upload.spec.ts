import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { callLog } from './call-log.ts';
import { cli } from './command-line.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { expectCsvEqualsPage } from './overview-csv.ts';
import { products } from './products.ts';
import { rowOf } from './tables.ts';
import { addFiles, checkFiles, chooseFiles, delivery, importAtOnce, uploads } from './upload-page.ts';

test.use({ baseURL: products.changed.url });

const borgolinea = { vendor: 'Borgolinea', program: 'Order line' };

/**
 * 300 more calls of Borgolinea on the order line, on 11 March 2026. Each lasts 90 s of talk, 0 of hold and 30 of wrap;
 * every fifth sells for 25.00 euros.
 *
 * By hand: billed in steps of 6 s beyond 30 s, 90 s are 1.5 minutes, at 0.62 a minute 0.93; 300 calls 279.00.
 * Revenue 60 × 25.00 = 1,500.00, of which 0.40 stays: 600.00. Other cost 300 × 0.20 = 60.00.
 * Margin 600.00 − 279.00 − 60.00 = 261.00. Handle time 300 × 120 s = 36,000 s.
 */
const added = { calls: 300, cost: 279, revenue: 1500, contribution: 600, margin: 261, seconds: 36_000 };

const run = randomBytes(4).toString('hex');

const log = callLog(
  `borgolinea-${run}.csv`,
  Array.from({ length: added.calls }, (_, index) => ({
    call_id: `e2e-${run}-${index}`,
    started_at: new Date(Date.parse('2026-03-11T09:00:00Z') + index * 60_000).toISOString(),
    talk_s: 90,
    hold_s: 0,
    wrap_s: 30,
    answered: 'yes',
    outcome: index % 5 === 0 ? 'sale' : 'resolved',
    revenue: index % 5 === 0 ? '25.00' : '',
    currency: 'EUR',
  })),
);

type Row = Record<string, string>;

/** The figures of a row of the overview's file, as totals. */
function totals(row: Row) {
  const calls = Number(row['Handled calls']);
  const total = (column: string) => Number(row[column]) * calls;
  return {
    calls,
    cost: total('Cost per call (EUR)'),
    revenue: total('Revenue per call (EUR)'),
    contribution: total('Contribution per call (EUR)'),
    margin: total('Margin per call (EUR)'),
    seconds: total('AHT (s)'),
  };
}

function expectAdded(before: Row, after: Row): void {
  const [was, is] = [totals(before), totals(after)];
  expect(is.calls).toBe(was.calls + added.calls);
  for (const figure of ['cost', 'revenue', 'contribution', 'margin', 'seconds'] as const)
    expect(is[figure], figure).toBeCloseTo(was[figure] + added[figure], 3);
}

/** The overview as file, checked against the page. */
async function overview(page: Page): Promise<Row[]> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText(/price models fail\.$/)).toBeVisible();
  return expectCsvEqualsPage(page);
}

/** Keeps an upload on its way until it is let go. */
async function holdUpload(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/imports/upload?*', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test.describe('a call log is uploaded', () => {
  test('and imported at once, and the figures change by exactly what is in it; again, by nothing', async ({ page }) => {
    await page.goto('/');
    const before = await overview(page);

    await chooseFiles(page, borgolinea, log);
    await expectAccessible(page);
    const letGo = await holdUpload(page);
    const panel = uploads(page);
    await panel.getByRole('button', { name: 'Check the file' }).click();
    await expect(panel.getByRole('progressbar', { name: `Sending ${log.name}` })).toBeVisible();
    await expect(panel.getByText('Keep this page open until all files have been sent.')).toBeVisible();
    await expectAccessible(page);
    letGo();
    await expect(delivery(page, log)).toContainText("Breakeven's own call log: 300 records, 300 calls.");
    await expectAccessible(page);
    // Nothing is written before somebody says so.
    const table = page.getByRole('table', { name: 'Imported files' });
    await expect(table.getByRole('row').filter({ hasText: log.name })).toContainText('To be decided');

    expect(await importAtOnce(page, log)).toEqual({ new: '300', changed: '0', unchanged: '0', rejected: '0' });
    await expect(panel.getByText(`300 rows of ${log.name} in`)).toBeVisible();
    await expect(table.getByRole('row').filter({ hasText: log.name })).toContainText('Done');
    await expectAccessible(page);

    await page.getByRole('link', { name: `Open the import of ${log.name}` }).click();
    await expect(page.getByRole('heading', { name: log.name })).toBeVisible();
    await expect(page.getByText('Every row was good.')).toBeVisible();
    await expectAccessible(page);

    const after = await overview(page);
    const others = (rows: Row[]) => rows.filter(({ Vendor }) => Vendor !== 'Borgolinea' && Vendor !== 'Total');
    expectAdded(rowOf(before, 'Borgolinea'), rowOf(after, 'Borgolinea'));
    expectAdded(rowOf(before, 'Total'), rowOf(after, 'Total'));
    expect(others(after)).toEqual(others(before));

    await chooseFiles(page, borgolinea, log);
    await checkFiles(page);
    await delivery(page, log)
      .getByRole('button', { name: `Import ${log.name}` })
      .click();
    await expect(delivery(page, log)).toContainText('holds what an earlier import held: nothing was changed.');
    await page.getByRole('link', { name: `Open the import of ${log.name}` }).click();
    await expect(page.getByText('The same content as')).toBeVisible();
    await page.getByRole('region', { name: 'Figures of the import' }).getByRole('link', { name: log.name }).click();
    await expect(page.getByText('An import of the same content:')).toBeVisible();
    expect(await overview(page)).toEqual(after);
  });

  test('and corrected: a later file with the same calls changes them; undone, they are what they were', async ({
    page,
  }) => {
    const call = { call_id: `fix-${run}`, started_at: '2026-03-12T10:00:00Z', talk_s: 60, hold_s: 0, wrap_s: 0 };
    const [first, second] = [
      callLog(`first-${run}.csv`, [call]),
      callLog(`second-${run}.csv`, [{ ...call, talk_s: 120 }]),
    ];
    const charges = () =>
      Number(
        cli(products.changed, 'economics', '--from', '2026-03-01', '--to', '2026-04-01', '--vendor', 'borgolinea')
          .rows[0].money.charges,
      );
    await page.goto('/');
    await chooseFiles(page, borgolinea, first);
    await checkFiles(page);
    expect(await importAtOnce(page, first)).toMatchObject({ new: '1', changed: '0' });
    const before = charges();
    await page.getByRole('button', { name: 'Import other files' }).click();
    // One minute more, at 0.62.
    await chooseFiles(page, borgolinea, second);
    await checkFiles(page);
    expect(await importAtOnce(page, second)).toMatchObject({ new: '0', changed: '1' });
    expect(charges()).toBeCloseTo(before + 0.62, 6);

    await page.getByRole('link', { name: `Open the import of ${second.name}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Undo this import?' });
    await expect(dialog).toContainText(`1 call returns to what ${first.name} said`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByText(/^Undone .*\. Its calls are what other imports say/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    expect(charges()).toBeCloseTo(before, 6);
  });

  test('with others: each is an import of its own, and what is clean is imported with one click', async ({ page }) => {
    const row = (id: string) => ({ call_id: `${id}-${run}`, started_at: '2026-03-12T12:00:00Z', talk_s: 60 });
    const [one, two] = [callLog(`one-${run}.csv`, [row('one')]), callLog(`two-${run}.csv`, [row('two')])];
    const bad = callLog(`bad-${run}.csv`, [row('bad'), { ...row('worse'), talk_s: 'x' }]);
    await page.goto('/');
    await chooseFiles(page, borgolinea, one, two, bad);
    await addFiles(page, callLog('by-mistake.csv', [row('none')]));
    await page.getByRole('button', { name: 'Leave out by-mistake.csv' }).click();
    await checkFiles(page);
    await expect(delivery(page, bad)).toContainText('1 record is rejected (50%)');
    await expect(delivery(page, bad).getByRole('button', { name: /^Import/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Import all 2' }).click();
    for (const file of [one, two]) await expect(delivery(page, file)).toContainText(`1 row of ${file.name}`);
    await delivery(page, bad)
      .getByRole('button', { name: `Discard ${bad.name}` })
      .click();
    await expect(delivery(page, bad)).toContainText('Discarded. Nothing was written.');
    await expect(page.getByRole('table', { name: 'Imported files' }).getByText(bad.name)).toHaveCount(0);
    await expectAccessible(page);
  });

  test('on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    const log = callLog(`phone-${run}.csv`, [
      { call_id: `phone-${run}`, started_at: '2026-03-12T11:00:00Z', talk_s: 60 },
    ]);
    await chooseFiles(page, borgolinea, log);
    await expectNoSidewaysScroll(page);
    await checkFiles(page);
    await expectNoSidewaysScroll(page);
    expect(await importAtOnce(page, log)).toMatchObject({ new: '1' });
    await expect(page.getByText('the file does not report wrap time: it is unknown, not 0')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('link', { name: `Open the import of ${log.name}` }).click();
    await expect(page.getByText('Wrap-up time is not reported: handle time lacks it.')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test('not without a file, and not without a vendor', async ({ page }) => {
    await page.goto('/imports');
    await uploads(page).getByRole('button', { name: 'Check the file' }).click();
    await expect(page.getByText('Choose a file first.')).toBeVisible();
    await expect(page.getByText('Choose whose logs these are.')).toBeVisible();
    await expectAccessible(page);
  });
});

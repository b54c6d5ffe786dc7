import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { cli } from './command-line.ts';
import { download } from './download.ts';
import { charged } from './figures.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { products } from './products.ts';
import { parseCsv, type Read, readTable } from './tables.ts';

const { changed, shown } = products;

/** The table of a named region of the page. */
const tableOf = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name }).getByRole('table');

/** The first contract of a vendor, opened from the list. */
async function openContract(page: Page, vendor: string): Promise<void> {
  await page.goto('/contracts');
  await page.getByRole('region', { name: vendor }).getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(vendor);
}

async function edit(page: Page, vendor: string): Promise<void> {
  await openContract(page, vendor);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { name: `Edit the contract of ${vendor}` })).toBeVisible();
  await priced(page);
}

/** The preview is of what the form holds. */
async function priced(page: Page): Promise<void> {
  const preview = page.getByRole('region', { name: 'What it would have cost' });
  await expect(preview.getByRole('status')).toHaveText('Priced');
}

async function addCharge(page: Page, kind: string): Promise<Locator> {
  await page.getByLabel('Another charge').selectOption(kind);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  return page.getByRole('group', { name: new RegExp(`^Charge \\d+: ${kind}`) }).last();
}

/** What the form says is wrong with a field. */
async function faultOf(field: Locator): Promise<string> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter((id) => id.endsWith('-fault'));
  expect(ids).toHaveLength(1);
  return field.page().locator(`#${ids[0]}`).innerText();
}

test.describe('the list of contracts', () => {
  test.use({ baseURL: shown.url });

  test('says every contract in a sentence, and has the same in a file', async ({ page }) => {
    await page.goto('/contracts');
    await expect(page.getByText('Every call has a contract in force.')).toBeVisible();
    const sentence = '0.62 EUR per minute; talk and hold time, 30 s minimum, 6 s increments; since 1 Jun 2025.';
    await expect(page.getByRole('link', { name: sentence })).toBeVisible();
    const { text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
    expect(text).toContain(sentence);
    await expectAccessible(page);
  });

  test('opens a contract that can be read part by part, on a phone as well', async ({ page }) => {
    await openContract(page, 'Borgolinea');
    await expect(page.getByText('30% of the time paid is spent away from the desk')).toHaveCount(0);
    await expect(page.getByText('28% of the time paid is spent away from the desk')).toBeVisible();
    await expect(tableOf(page, 'History of changes')).toContainText('New, from 1 Jun 2025: 0.62 EUR per minute');
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.goto('/contracts');
    await expectNoSidewaysScroll(page);
  });
});

test.describe('the editor', () => {
  test.use({ baseURL: shown.url });

  test('prices the last full month while one types, without saving anything', async ({ page }) => {
    await edit(page, 'Borgolinea');
    const lines = () => readTable(tableOf(page, /^Charges of/));
    const [before] = await lines();
    expect(before?.["Today's terms"]).toBe(before?.['These terms']);
    await page.getByLabel('Rate', { exact: true }).fill('1.24');
    await priced(page);
    const { lines: billed } = cli(shown, 'statement', '--vendor', 'borgolinea', '--month', '2026-03');
    const [after] = await lines();
    // Twice the rate: twice the amount, to the cent of rounding once.
    const twice = Math.round(Number(billed[0].quantity) * 124) / 100;
    expect(Number(after?.['These terms']?.replace(/[^\d.]/g, ''))).toBeCloseTo(
      twice > 10_000 ? Math.round(twice) : twice,
      2,
    );
    await page.getByLabel('Minimum of a call').fill('60');
    await priced(page);
    await expect(page.getByText("so the month's calls were rated again")).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  });

  test('lets the browser ask before it leaves terms that nobody has saved', async ({ page }) => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await edit(page, 'Borgolinea');
    await page.reload();
    await priced(page);
    expect(asked).toEqual([]);
    await page.getByLabel('Rate', { exact: true }).fill('1.24');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  test('refuses bad terms at their fields, and sends nothing', async ({ page }) => {
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/contracts/save')) sent += 1;
    });
    await edit(page, 'Borgolinea');
    const rate = page.getByLabel('Rate', { exact: true });
    await rate.fill('-0.62');
    expect(await faultOf(rate)).toMatch(/cannot be negative/i);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('One fault is to be mended first.')).toBeVisible();
    await expect(rate).toBeFocused();
    await rate.fill('0.62');

    const [minimum, cap] = [await addCharge(page, 'Minimum a month'), await addCharge(page, 'Cap a month')];
    await minimum.getByLabel('Amount').fill('500');
    await cap.getByLabel('Amount').fill('400');
    expect(await faultOf(cap.getByLabel('Amount'))).toMatch(/the cap is under the minimum of 500/i);
    await page.getByRole('button', { name: /^Remove: .*Cap/ }).click();

    const tiers = await addCharge(page, 'Price per call');
    await tiers.getByLabel('Rates').selectOption('Tiers, each band at its own rate');
    await tiers.getByLabel('Up to and with, row 2').fill('900');
    await tiers.getByLabel('Rate, row 1').fill('1');
    await tiers.getByLabel('Rate, row 2').fill('0.9');
    expect(await faultOf(tiers.getByLabel('Up to and with, row 2'))).toMatch(/the last tier is open/i);
    await tiers.getByRole('button', { name: 'Add a tier' }).click();
    await tiers.getByLabel('Rate, row 3').fill('0.8');
    expect(await faultOf(tiers.getByLabel('Up to and with, row 2'))).toMatch(/must end after the one before it/i);
    await page.getByRole('button', { name: /^Remove: .*Price per call/ }).click();

    const hours = await addCharge(page, 'Price per hour');
    await hours.getByLabel('Rate').fill('28');
    await page.getByLabel('From', { exact: true }).fill('2026-01-01');
    expect(await faultOf(hours.getByLabel('Hours'))).toMatch(/No logged hours are recorded/);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('One fault is to be mended first.')).toBeVisible();
    await expectAccessible(page);
    expect(sent).toBe(0);
  });

  test('refuses a new contract over one that is in force', async ({ page }) => {
    await page.goto('/contracts/new?vendor=talabay&program=membership&from=2026-02-01');
    await page.getByLabel('Rate', { exact: true }).fill('1.50');
    const from = page.getByLabel('From', { exact: true });
    expect(await faultOf(from)).toContain('The version from 2 Jun 2025 has no end');
    await expectAccessible(page);
  });
});

test.describe('a changed contract', () => {
  test.use({ baseURL: changed.url });

  const months = () =>
    cli(changed, 'economics', '--from', '2026-02-01', '--to', '2026-04-01', '--by', 'month', '--vendor', 'drinvoce')
      .rows;

  test('costs otherwise from its first day only, and says what moved', async ({ page }) => {
    const [february, march] = months();
    await edit(page, 'Drinvoce');
    await page.getByLabel('From', { exact: true }).fill('2026-03-01');
    await page.getByLabel('Rate', { exact: true }).fill('20');
    await page.getByLabel('Why (optional)').fill('agreed in Novara');
    await priced(page);
    await expect(page.getByText('The version from 1 Jun 2025 ends on 1 Mar 2026.')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The figures of 1 month moved; only prices changed')).toBeVisible();

    // Paid by the sale: 26.00 before, 20.00 after, so 20/26 of what it was.
    const [before, after] = [Number(march.money.charges), (Number(march.money.charges) / 26) * 20];
    const moved = await readTable(tableOf(page, 'What moved, by month'));
    expect(moved.map(({ Month }) => Month)).toEqual(['Mar 2026']);
    const { text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
    expect(Object.values(parseCsv(text)[0] ?? {})).toEqual(
      expect.arrayContaining([before.toFixed(2), after.toFixed(2)]),
    );
    await expectAccessible(page);

    const [nowFebruary, nowMarch] = months();
    expect(nowFebruary).toEqual(february);
    expect(nowMarch.money.charges).toBe(after.toFixed(2));
    expect(nowMarch.perCall.cost).toBeCloseTo((march.perCall.cost * 20) / 26, 6);

    await page.getByRole('link', { name: 'Back to the contract' }).click();
    await expect(page.getByText(`${charged('20')} EUR per sale`).first()).toBeVisible();
    const history: Read = await readTable(tableOf(page, 'History of changes'));
    expect(history[0]).toMatchObject({ Who: 'local', Why: 'agreed in Novara' });
    await expect(tableOf(page, 'History of changes')).toContainText(
      'New terms from 1 Mar 2026: Price per outcome: 26.00 EUR per sale, then 20.00 EUR per sale',
    );
    await page.getByRole('link', { name: 'Compare with the version of 1 Jun 2025' }).click();
    const difference = await readTable(tableOf(page, /^What changed from the version/));
    expect(difference.at(-1)).toEqual({
      Term: 'Price per outcome',
      Before: '26.00 EUR per sale',
      After: '20.00 EUR per sale',
    });
    await expectAccessible(page);
  });

  test('for days to come touches nothing that is past', async ({ page }) => {
    await edit(page, 'Oltelia Contact');
    await page.getByLabel('From', { exact: true }).fill('2030-01-01');
    await page.getByLabel('Rate', { exact: true }).fill('1.10');
    await priced(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('They touch no day that is past: nothing moved.')).toBeVisible();
    await page.goto('/contracts');
    await expect(page.getByRole('region', { name: 'Oltelia Contact' })).toContainText('Upcoming');
  });

  test('goes out as YAML and comes back as it is', async ({ page }, info) => {
    await page.goto('/contracts');
    const { name, text } = await download(page, page.getByRole('link', { name: 'YAML', exact: true }));
    expect(name).toBe('breakeven-contracts.yaml');
    const apply = async (content: string) => {
      const file = info.outputPath('contracts.yaml');
      writeFileSync(file, content);
      await page.getByLabel('Declaration').setInputFiles(file);
      await page.getByRole('button', { name: 'Apply' }).click();
    };
    await apply(text);
    const result = page.getByRole('region', { name: 'Import contracts from YAML' });
    await expect(result.getByText('Applied; no day had to be rated anew.')).toBeVisible();
    const rows = await readTable(result.getByRole('table'));
    expect(new Set(rows.map(({ Change }) => Change))).toEqual(new Set(['Unchanged']));
    expect(rows).toHaveLength(text.match(/- vendor:/g)?.length ?? 0);
    await expectAccessible(page);
  });

  test('is refused from a file with the path of every fault', async ({ page, faults }, info) => {
    faults.allow(/422/);
    const bad = {
      contracts: [
        {
          vendor: 'talabay',
          program: 'membership',
          from: '2031-01-01',
          currency: 'USD',
          timezone: 'Asia/Manila',
          charges: [
            { kind: 'per_call', rate: '1' },
            { kind: 'bonus_malus', kpi: 'smiles', steps: [{ from: '0', percent: '1' }] },
            { kind: 'surcharge', rateClass: 'standard', percent: '10', on: ['surcharge'] },
          ],
        },
      ],
    };
    const file = info.outputPath('bad.yaml');
    writeFileSync(file, JSON.stringify(bad));
    await page.goto('/contracts');
    await page.getByLabel('Declaration').setInputFiles(file);
    await page.getByRole('button', { name: 'Apply' }).click();
    const alert = page.getByRole('region', { name: 'Import contracts from YAML' }).getByRole('alert');
    await expect(alert).toContainText('contracts[0].charges[1].kpi: "smiles" is no KPI');
    await expect(alert).toContainText('contracts[0].charges[2].on[0]: a surcharge on surcharges is circular');
    await expectAccessible(page);
  });
});

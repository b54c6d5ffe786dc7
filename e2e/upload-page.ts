import type { Page } from '@playwright/test';
import type { LogFile } from './call-log.ts';
import { expect } from './fixtures.ts';

type Choice = { vendor: string; program: string };

/** Opens the page of imports and chooses a file for a vendor's program, as a person does. */
export async function chooseFile(page: Page, { vendor, program }: Choice, file: LogFile): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
  await choose(page, 'Vendor', vendor);
  await choose(page, 'Program', program);
  await page.getByRole('button', { name: /^Call log/ }).setInputFiles(file);
  await expect(page.getByText(`${file.name} (`)).toBeVisible();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(page.getByRole('combobox', { name: field, exact: true })).toHaveText(option);
}

/** Sends the chosen file. */
export async function startImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

/** What the page says came of the import: new, changed, unchanged, rejected. */
export async function outcome(page: Page): Promise<Record<string, string>> {
  const said = page.getByRole('region', { name: 'Import a call log' }).getByRole('status');
  await expect(said).toBeVisible({ timeout: 60_000 });
  const [figures, names] = [
    await said.getByRole('definition').allInnerTexts(),
    await said.getByRole('term').allInnerTexts(),
  ];
  return Object.fromEntries(names.map((name, index) => [name, figures[index] ?? '']));
}

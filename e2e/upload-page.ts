import type { Locator, Page } from '@playwright/test';
import type { LogFile } from './call-log.ts';
import { expect } from './fixtures.ts';

type Choice = { vendor: string; program: string };

/** The part of the page where files are sent. */
export const uploads = (page: Page): Locator => page.getByRole('region', { name: 'Import call logs' });

/** What became of one file that was sent. */
export const delivery = (page: Page, { name }: Pick<LogFile, 'name'>): Locator =>
  uploads(page).getByRole('listitem', { name, exact: true });

/** Opens the page of imports and chooses files for a vendor's program, as a person does. */
export async function chooseFiles(page: Page, { vendor, program }: Choice, ...files: LogFile[]): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
  await choose(page, 'Vendor', vendor);
  await choose(page, 'Program', program);
  await addFiles(page, ...files);
}

/** Adds files to those that are chosen. */
export async function addFiles(page: Page, ...files: LogFile[]): Promise<void> {
  await uploads(page)
    .getByRole('button', { name: /^Call logs/ })
    .setInputFiles(files);
  for (const { name } of files)
    await expect(uploads(page).getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = uploads(page).getByRole('combobox', { name: field, exact: true });
  await box.click();
  await page.getByRole('listbox').getByRole('option', { name: option, exact: true }).click();
  await expect(box).toHaveText(option);
}

/** Sends the chosen files, and waits until it is said what each of them is. */
export async function checkFiles(page: Page): Promise<void> {
  await uploads(page)
    .getByRole('button', { name: /^Check/ })
    .click();
  await expect(uploads(page).getByRole('button', { name: 'Import other files' })).toBeVisible({ timeout: 60_000 });
}

/** Imports a file that is known and clean, there and then, and says what came of it. */
export async function importAtOnce(page: Page, file: LogFile): Promise<Record<string, string>> {
  await delivery(page, file)
    .getByRole('button', { name: `Import ${file.name}` })
    .click();
  return outcomeIn(
    delivery(page, file)
      .getByRole('status')
      .filter({ hasText: /\d rows? of/ }),
  );
}

/** Opens what was sent, to decide on it. */
export async function openDraft(page: Page, file: LogFile): Promise<void> {
  await delivery(page, file)
    .getByRole('link', { name: `Look at ${file.name}` })
    .click();
  await expect(page.getByRole('heading', { name: 'What it comes to' })).toBeVisible();
}

/** Imports what is open as it is read now, and says what came of it. */
export async function importDraft(page: Page): Promise<Record<string, string>> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const { New, Changed, Unchanged, Rejected } = await outcomeIn(
    page.getByRole('region', { name: 'Figures of the import' }),
  );
  return { new: New ?? '', changed: Changed ?? '', unchanged: Unchanged ?? '', rejected: Rejected ?? '' };
}

/** Figures by their names, once they are there. */
async function outcomeIn(place: Locator): Promise<Record<string, string>> {
  await expect(place.getByRole('definition').first()).toBeVisible({ timeout: 60_000 });
  const [figures, names] = [
    await place.getByRole('definition').allInnerTexts(),
    await place.getByRole('term').allInnerTexts(),
  ];
  return Object.fromEntries(names.map((name, index) => [name, figures[index] ?? '']));
}

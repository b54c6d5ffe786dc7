import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** What a link of the page downloads: the file's name and text. */
export async function download(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

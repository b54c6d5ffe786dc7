import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Goes on with Tab until something has the focus, as nobody should need to more than 40 times. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

test.describe('with the keyboard alone', () => {
  test('the figures are reached past the head of the page', async ({ page }) => {
    await page.goto('/');
    const skip = page.getByRole('link', { name: 'Skip to the figures' });
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('a ready-made period is chosen', async ({ page }) => {
    await page.goto('/');
    const period = page.getByRole('button', { name: 'Period: 1 Jan – 31 Mar 2026' });
    await tabTo(page, period);
    await page.keyboard.press('Enter');
    const choice = page.getByRole('link', { name: /^Last month/ });
    await expect(choice).toBeVisible();
    await tabTo(page, choice);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/?from=2026-02-01&to=2026-03-01');
    await expect(page.getByRole('button', { name: 'Period: 1 – 28 Feb 2026' })).toBeVisible();
  });

  test('other days are typed', async ({ page }) => {
    await page.goto('/');
    await tabTo(page, page.getByRole('button', { name: 'Period: 1 Jan – 31 Mar 2026' }));
    await page.keyboard.press('Space');
    await expect(page.getByLabel('From')).toBeVisible();
    await tabTo(page, page.getByLabel('From'));
    // The same day whichever of day and month the browser's own language writes first.
    await page.keyboard.type('10102025');
    await tabTo(page, page.getByLabel('Up to and with'));
    await page.keyboard.type('11112025');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/?from=2025-10-10&to=2025-11-12');
    await expect(page.getByRole('button', { name: 'Period: 10 Oct – 11 Nov 2025' })).toBeVisible();
  });

  test('the period is left as it is with Escape', async ({ page }) => {
    await page.goto('/');
    const period = page.getByRole('button', { name: 'Period: 1 Jan – 31 Mar 2026' });
    await tabTo(page, period);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Period' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Period' })).toBeHidden();
    await expect(period).toBeFocused();
    await expect(page).toHaveURL('/');
  });

  test('a program is chosen', async ({ page }) => {
    await page.goto('/');
    await tabTo(page, page.getByRole('combobox', { name: 'Program' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: 'Order line' })).toBeVisible();
    await page.keyboard.type('Order');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/?from=2026-01-01&to=2026-04-01&program=orders');
  });

  test('the colours are chosen', async ({ page }) => {
    await page.goto('/');
    const colours = page.getByRole('button', { name: 'Colours' });
    await tabTo(page, colours);
    await page.keyboard.press('Enter');
    const dark = page.getByRole('menuitemradio', { name: 'Dark' });
    await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dark).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveClass('dark');
    await expect(colours).toBeFocused();
  });
});

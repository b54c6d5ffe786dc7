import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';

/** The guards of all stories, each seen to fail on a planted fault: `test.fail` wants the failure, and no timeout. */
test.describe('a story fails with', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/imports');
    await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
  });

  test('an error on the console', async ({ page }) => {
    test.fail();
    await page.evaluate(() => console.error('planted'));
  });

  test('an uncaught exception', async ({ page }) => {
    test.fail();
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted');
      });
    });
    await thrown;
  });

  test('a breach of the content security policy', async ({ page }) => {
    test.fail();
    const complaint = page.waitForEvent('console');
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<img alt="" src="http://127.0.0.1:1/x.png">'),
    );
    await complaint;
  });

  test('a request that comes to nothing', async ({ page }) => {
    test.fail();
    await page.evaluate(() => fetch('/no-such-page'));
  });

  test('a text that cannot be read', async ({ page }) => {
    test.fail();
    await page.getByRole('heading', { name: 'Imports', exact: true }).evaluate((heading) => {
      heading.style.color = 'transparent';
      heading.style.background = '#fff';
      heading.insertAdjacentHTML('afterend', '<img src="/icon.svg">');
    });
    await expectAccessible(page);
  });

  test('something wider than the window', async ({ page }) => {
    test.fail();
    await page.getByRole('main').evaluate((main) => {
      main.style.width = '3000px';
      main.style.maxWidth = 'none';
    });
    await expectNoSidewaysScroll(page);
  });
});

import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** What the browser complained about, and what a story expects it to. */
type Faults = { allow: (fault: RegExp) => void };

/** A request that the browser itself gives up: a link's prefetch when the page is left, a page that turns into a download. */
const givenUp = 'net::ERR_ABORTED';

function watch(context: BrowserContext): string[] {
  const found: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`);
  });
  context.on('weberror', (fault) => found.push(`page: ${fault.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== givenUp) found.push(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) found.push(`response: ${response.status()} ${response.url()}`);
  });
  return found;
}

/**
 * Every story fails with an error on the console, an uncaught exception, a breach of the content security policy, a
 * failed request or an answer that is an error, unless it has said that it expects one.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context }, use) => {
      const found = watch(context);
      const allowed: RegExp[] = [];
      await context.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`content security policy: ${violatedDirective} ${blockedURI}`),
        ),
      );
      await use({ allow: (fault) => allowed.push(fault) });
      expect(found.filter((fault) => !allowed.some((own) => own.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The page as it stands breaks no rule of WCAG 2.2 AA that can be checked by a program, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveClass(colorScheme);
    // No page has a frame, so the mode that looks into them on a page of its own would only take time.
    const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode(true).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
    );
    expect(told, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, needed } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    needed: document.documentElement.scrollWidth,
  }));
  expect(needed, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
}

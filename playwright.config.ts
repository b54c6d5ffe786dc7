import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { products } from './e2e/products.ts';
import { systemBrowser } from './scripts/browser.mjs';
import { ownNode } from './scripts/environment.mjs';

const installed = systemBrowser();
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
// Chromium's sandbox refuses root, and a container's shared memory is small.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

// Workers and the server inherit both: where the run keeps its database, and whose end is the server's end.
process.env.BREAKEVEN_E2E_FOLDER ??= join(tmpdir(), `breakeven-e2e-${process.pid}`);
process.env.BREAKEVEN_E2E_OWNER ??= String(process.pid);

/** Stories of the product that stories change; they run one after the other. */
const changing = /(api|bad-files|contracts|import-wizard|invoices|revenue|upload|what-if)\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  // One for those, one for the others, which change nothing that another story sees.
  workers: 2,
  projects: [
    { name: 'changing', testMatch: changing, workers: 1 },
    { name: 'other', testIgnore: changing, workers: 1 },
  ],
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // Generous, for a machine that does other things as well: a story that is stuck fails by its expectations.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: products.shown.url,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    trace: 'retain-on-failure',
    launchOptions: { ...(installed && { executablePath: installed }), args: [...asRoot, ...quiet] },
  },
  webServer: {
    name: 'Breakeven',
    command: `"${ownNode()}" --disable-warning=ExperimentalWarning e2e/server.ts`,
    wait: { stdout: /three products are served/ },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    reuseExistingServer: false,
  },
});

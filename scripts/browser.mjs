/** Finds a browser for the end-to-end tests, or installs one the way the machine allows. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { environment, fail, home, run, runTool } from './environment.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of this machine, or undefined. */
export const systemBrowser = () => [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path));

function playwrightsOwn() {
  const { chromium } = createRequire(resolve(home, 'package.json'))('@playwright/test');
  return existsSync(chromium.executablePath());
}

function installFromDebian() {
  const quiet = { env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet);
}

/** Makes sure that there is a browser; says what to do where there is none and none may be installed. */
export function ensureBrowser() {
  if (systemBrowser() || playwrightsOwn()) return;
  const debian = process.platform === 'linux' && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (debian && process.getuid?.() === 0) installFromDebian();
  else if (debian)
    fail('The end-to-end tests need a browser: run `sudo apt-get install chromium`, or set CHROMIUM_PATH.');
  else
    runTool('@playwright/test/cli.js', ['install', 'chromium'], {
      env: { ...environment, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' },
    });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const port = Number(process.env.BREAKEVEN_E2E_PORT ?? 3199);

const product = (database: string, ownPort: number) => ({
  database,
  port: ownPort,
  url: `http://127.0.0.1:${ownPort}`,
});

/** Three products on one throw-away server of databases, each served at a port of its own. */
export const products = {
  /** The demonstration. No story changes it. */
  shown: product('shown', port),
  /** The demonstration, for stories that import. */
  changed: product('changed', port + 1),
  /** Nothing yet. */
  empty: product('empty', port + 2),
};

export type Product = (typeof products)[keyof typeof products];

/** Where a run keeps its databases; playwright.config.ts names it. */
export function runFolder(): string {
  const { BREAKEVEN_E2E_FOLDER: named } = process.env;
  if (!named) throw new Error('the end-to-end tests are started by Playwright: npm run test:e2e');
  return named;
}

/** The file in which the server leaves the address of its databases to the tests. */
export const addressFile = () => join(runFolder(), 'address');

/** The address of a product's database. */
export function databaseOf({ database }: Product, server = readFileSync(addressFile(), 'utf8')): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

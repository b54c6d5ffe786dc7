import reports from '../messages/en.json' with { type: 'json' };
import pages from '../messages/en.ui.json' with { type: 'json' };

const en = { ...reports, ...pages };

/** A language: what reports say (`<locale>.json`) and what pages say around them (`<locale>.ui.json`). */
export type Catalogue = typeof en;

/** The languages that people can choose; another is one more pair of files here. */
export const catalogues = { en } satisfies Record<string, Catalogue>;

type Locale = keyof typeof catalogues;

export const defaultLocale: Locale = 'en';

declare module 'next-intl' {
  interface AppConfig {
    Messages: Catalogue;
  }
}

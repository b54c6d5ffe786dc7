import { getRequestConfig } from 'next-intl/server';
import { catalogues, defaultLocale } from './messages.ts';

/** Days of a report have no zone and instants name theirs, so nothing is ever written on the server's own clock. */
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages: catalogues[defaultLocale],
  timeZone: 'UTC',
}));

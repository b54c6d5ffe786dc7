import { getLocale, getMessages } from 'next-intl/server';
import { cache } from 'react';
import { type Messages, type Say, translator } from '#format';

/** Says the texts and cells of reports in the language of the reader. */
export const getSay = cache(async (): Promise<Say> => {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()]);
  return translator(messages as unknown as Messages, locale, (fault) => console.error(fault.message));
});

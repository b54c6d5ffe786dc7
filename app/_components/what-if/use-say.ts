'use client';

import { useLocale, useMessages } from 'next-intl';
import { useMemo } from 'react';
import { type Messages, type Say, translator } from '#format';

/** Says texts and cells of a report that is made in the browser, with the messages that its page has brought along. */
export function useSay(): Say {
  const [messages, locale] = [useMessages(), useLocale()];
  return useMemo(
    () => translator(messages as unknown as Messages, locale, (fault) => console.error(fault.message)),
    [messages, locale],
  );
}

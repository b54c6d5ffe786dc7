import { createTranslator } from 'use-intl/core';
import type { Text } from './cell.ts';
import { cellText, type Say } from './cell-text.ts';

/** A catalogue: sentences by key, nested; ICU MessageFormat (messages/<locale>.json). */
export type Messages = { readonly [key: string]: string | Messages };

/**
 * Says the catalogue's messages: cells among the values are written first, numbers stay numbers so that plurals and
 * choices can follow them. A message that is missing or lacks a value is said as its key, and given to `onFault`.
 */
export function translator(messages: Messages, locale: string, onFault: (fault: Error) => void = () => {}): Say {
  const translate = createTranslator({ messages, locale, timeZone: 'UTC', onError: onFault }) as (
    key: string,
    values?: Record<string, string | number>,
  ) => string;
  const say = ({ key, values = {} }: Text): string =>
    translate(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? cellText(value, speaker) : value,
        ]),
      ),
    );
  const speaker: Say = Object.assign(say, { locale });
  return speaker;
}

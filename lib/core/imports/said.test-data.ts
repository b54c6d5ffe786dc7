import { expect } from 'vitest';
import { type Text, translator } from '#format';
import en from '../../../messages/en.json' with { type: 'json' };

/** English, where a message that is missing or lacks a value fails the test. */
export const say = translator(en, 'en', (fault) => {
  throw fault;
});

/** Any message whose English contains the words. */
export function saying(words: string) {
  return expect.toSatisfy((text: Text) => say(text).includes(words), `says "${words}"`);
}

import { type Micros, parseMicros } from '#money';

/** The price that an address asks for; one that is no price above 0 is not asked. */
export function priceOf(text: string | undefined): Micros | undefined {
  return text !== undefined && /^\d{1,9}(\.\d{1,6})?$/.test(text) && Number(text) > 0 ? parseMicros(text) : undefined;
}

import { isZone } from '#time';

/** Reads the name of a time zone. */
export function readZone(text: string): string {
  if (!isZone(text)) throw new Error(`"${text}" is not an IANA time zone`);
  return text;
}

import type { Text } from '#format';

/** Why a cell cannot be read, as a person would say it of the value: "is not a number of seconds". */
export type Fault = { readonly fault: Text };

/** Whether reading a cell failed. */
export function isFault(read: unknown): read is Fault {
  return typeof read === 'object' && read !== null && 'fault' in read;
}

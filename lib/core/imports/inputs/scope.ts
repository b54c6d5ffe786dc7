import { programCodeReader, vendorCodeReader } from '../cells/code.ts';
import { needed, optional } from '../table/spec.ts';

/** What readers of the other inputs must know: the declared codes, and the vendor that a whole file belongs to, if any. */
export type InputScope = { vendors: ReadonlySet<string>; programs: ReadonlySet<string>; vendor: string | null };

/** Whose a row is: a vendor, which the file as a whole may name, and a program or none in particular. */
export function scopeColumns({ vendors, programs, vendor }: InputScope) {
  const readVendor = vendorCodeReader(vendors, vendor);
  return {
    vendor: vendor === null ? needed(readVendor) : optional(readVendor, vendor),
    program: optional(programCodeReader(programs)),
  };
}

/** What a row is of, as one text: no code, date or word holds a space. */
export function keyOf(...parts: (string | null)[]): string {
  return parts.map((part) => part ?? '').join(' ');
}

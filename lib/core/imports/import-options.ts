import type { Direction } from '#calls';
import type { FormatName } from './registry.ts';
import type { VendorWords } from './vendor-words.ts';

/** What the reader of a call log must know besides its bytes. */
export type ImportOptions = {
  /** As errors call the file. */
  fileName: string;
  /** Null: found from the header. */
  format: FormatName | null;
  /** The vendor whose log this is; rows that name another are rejected. Null: every row names its vendor. */
  vendor: string | null;
  /** The program of rows that name none. Null: `default`. */
  program: string | null;
  /** IANA zone of times without an offset. Null: such times make the file unusable. */
  timezone: string | null;
  /** The declared vendors and programs, by code. */
  vendors: ReadonlyMap<string, VendorWords>;
  programs: ReadonlyMap<string, { direction: Direction; currency: string }>;
  /** Keyed hash of a customer reference: the reference itself goes no further. */
  hashCustomer: (reference: string) => string;
};

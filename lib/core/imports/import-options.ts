import type { Direction } from '#calls';
import type { SavedMapping } from './mapping/choose.ts';
import type { Mapping } from './mapping/schema.ts';
import type { Gather } from './platform/gather.ts';
import type { FormatName } from './registry.ts';
import type { VendorWords } from './vendor-words.ts';

/** What a program lends to calls that do not say, and whose time a transferred call has. */
export type ProgramRules = { direction: Direction; currency: string; transferTime: 'every_leg' | 'last_leg' };

/** What the reader of a call log must know besides its bytes. */
export type ImportOptions = {
  /** Null: found from the content. */
  format: FormatName | null;
  /** How the columns of a table are read that is no known log; then no format is looked for. */
  mapping: Mapping | null;
  /** The vendor's mappings of earlier files: one is used where neither format nor mapping is asked for and its header is met. */
  savedMappings?: readonly SavedMapping[];
  /** The vendor whose log this is; rows that name another are rejected. Null: every row names its vendor. */
  vendor: string | null;
  /** The program of rows that name none. Null: `default`. */
  program: string | null;
  /** IANA zone of times without an offset. Null: such times make the file unusable. */
  timezone: string | null;
  /** The declared vendors and programs, by code. */
  vendors: ReadonlyMap<string, VendorWords>;
  programs: ReadonlyMap<string, ProgramRules>;
  /** Keyed hash of a customer reference: the reference itself goes no further. */
  hashCustomer: (reference: string) => string;
  /** Brings together the records of one call, wherever they stand; in memory unless the caller has more room. */
  gather?: () => Gather;
};

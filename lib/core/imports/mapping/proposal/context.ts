import type { VendorWords } from '../../vendor-words.ts';
import type { UnitContext } from './guess-duration.ts';

/** What is declared, as far as a proposal may rely on it. */
export type Declared = {
  /** The vendor whose log it is; null = its rows name it. */
  vendor: string | null;
  vendors: ReadonlyMap<string, VendorWords>;
  programs: { has(code: string): boolean };
};

/** What guesses are made with: what is declared, how many rows there are, and what the table shows of its numbers. */
export type GuessContext = Declared & UnitContext & { rows: number };

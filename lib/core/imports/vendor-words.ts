import { type Outcome, outcomes } from '#calls';
import { type Fault, isFault } from './cells/fault.ts';
import { wordReader } from './cells/word.ts';

/** What a vendor's own words mean: outcomes of calls, reasons why such a row is no call at all, and programs. */
export type VendorWords = {
  outcomeMap: ReadonlyMap<string, Outcome>;
  leaveOut: ReadonlyMap<string, string>;
  /** Codes of programs by queue, campaign or skill. */
  programs: ReadonlyMap<string, string>;
};

/** The outcomes by the trade's own words for them. */
export const outcomeWords = Object.fromEntries(outcomes.map((word) => [word, word])) as Record<string, Outcome>;

/** Reads an outcome written in the trade's own words. */
export const readOutcome = wordReader(outcomeWords);

/** Two words that differ only in capitals or in spaces around them are one. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** Looks up what a disposition means, as declared or else without regard to capitals; null = nobody has said. */
export function meaningReader({
  outcomeMap,
  leaveOut,
}: Pick<VendorWords, 'outcomeMap' | 'leaveOut'>): (disposition: string) => Outcome | Fault | null {
  const meanings = new Map<string, Outcome | Fault>(outcomeMap);
  for (const [disposition, reason] of leaveOut)
    meanings.set(disposition, { fault: { key: 'rejects.left_out', values: { reason } } });
  const folded = new Map([...meanings].reverse().map(([disposition, meaning]) => [fold(disposition), meaning]));
  return (disposition) => {
    const declared = meanings.get(disposition) ?? folded.get(fold(disposition));
    if (declared !== undefined) return declared;
    const outcome = readOutcome(disposition);
    return isFault(outcome) ? null : outcome;
  };
}

/**
 * Reader of what a vendor's call came to. A disposition declared as left out keeps the row aside, with the declared
 * reason. Else the row's own outcome counts, else what the disposition means; a disposition that nobody explained is a
 * fault, since it could mean a sale. A row that has neither is `other`: nothing is known, so nothing is claimed.
 */
export function outcomeReader(vendor: string, words: VendorWords) {
  const readMeaning = meaningReader(words);
  const unknown: Fault = { fault: { key: 'rejects.unknown_disposition', values: { vendor } } };
  return (disposition: string | null, outcome: Outcome | null): Outcome | Fault => {
    const meaning = disposition === null ? null : readMeaning(disposition);
    if (isFault(meaning)) return meaning;
    return outcome ?? meaning ?? (disposition === null ? 'other' : unknown);
  };
}

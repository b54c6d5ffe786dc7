import type { Outcome } from '#calls';
import { type Fault, isFault } from '../cells/fault.ts';
import { fold, outcomeReader, type VendorWords } from '../vendor-words.ts';
import type { Mapping } from './schema.ts';

/** What a call came to, by its disposition and the outcome that its row has itself. */
export type EndingReader = (disposition: string | null, outcome: Outcome | null) => Outcome | Fault;

function without<T>(map: ReadonlyMap<string, T>, words: ReadonlySet<string>): [string, T][] {
  return [...map].filter(([word]) => !words.has(fold(word)));
}

/** A vendor's words where the mapping does not explain them, and the mapping's. */
function explained({ outcomes = {}, leaveOut = {} }: Mapping, vendor: VendorWords): VendorWords {
  const own = new Set([...Object.keys(outcomes), ...Object.keys(leaveOut)].map(fold));
  return {
    outcomeMap: new Map([...without(vendor.outcomeMap, own), ...Object.entries(outcomes)]),
    leaveOut: new Map([...without(vendor.leaveOut, own), ...Object.entries(leaveOut)]),
    programs: vendor.programs,
  };
}

/**
 * As `outcomeReader`, where the mapping's own words come before the vendor's; a disposition that neither explains comes
 * to the mapping's `otherwise`, if it has one. A row without any is `other` all the same.
 */
export function endingReader(mapping: Mapping, vendor: string, words: VendorWords): EndingReader {
  const read = outcomeReader(vendor, explained(mapping, words));
  const { otherwise } = mapping;
  if (otherwise === undefined) return read;
  return (disposition, outcome) => {
    const ending = read(disposition, outcome);
    return isFault(ending) && ending.fault.key === 'rejects.unknown_disposition' ? otherwise : ending;
  };
}

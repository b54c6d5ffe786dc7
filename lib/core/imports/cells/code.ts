import type { Fault } from './fault.ts';

/** Reader of the code of a declared vendor; of a file that belongs to one vendor, no other's. */
export function vendorCodeReader(declared: ReadonlySet<string>, own: string | null): (text: string) => string | Fault {
  return (text) => {
    if (own !== null && text !== own) return { fault: { key: 'rejects.another_vendor', values: { vendor: own } } };
    return declared.has(text) ? text : { fault: { key: 'rejects.unknown_vendor' } };
  };
}

/** Reader of the code of a declared program. */
export function programCodeReader(declared: ReadonlySet<string>): (text: string) => string | Fault {
  return (text) => (declared.has(text) ? text : { fault: { key: 'rejects.unknown_program' } });
}

/** Reads a code as contracts write them, the name of a price index for one. */
export function readCode(text: string): string | Fault {
  return /^[a-z0-9][a-z0-9_-]{0,39}$/.test(text) ? text : { fault: { key: 'rejects.not_a_code' } };
}

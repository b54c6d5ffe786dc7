const kept = /^hmac:((?:[0-9a-f]{2}){1,64})$/;

/** A customer reference as rejected rows keep it: its hash, marked so that it is not hashed again when it comes back. */
export function keptReference(reference: string, hashCustomer: (reference: string) => string): string {
  return kept.test(reference) ? reference : `hmac:${hashCustomer(reference)}`;
}

/** The keyed hash of a customer reference; of one that comes from a file of rejected rows, the hash that it is. */
export function hashedReference(reference: string, hashCustomer: (reference: string) => string): string {
  return kept.exec(reference)?.[1] ?? hashCustomer(reference);
}

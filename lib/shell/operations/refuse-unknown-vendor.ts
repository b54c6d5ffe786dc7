import { type Db, idsByCode } from '#db';
import { OperationError } from './errors.ts';

/** Refuses a delivery of a vendor that nobody declared: its batch would be of no vendor in particular. */
export async function refuseUnknownVendor(db: Db, vendor: string | null): Promise<void> {
  if (vendor === null || (await idsByCode(db)).vendors.has(vendor)) return;
  const message = { key: 'files.unknown_vendor' };
  throw new OperationError('validation', `"${vendor}" is not a declared vendor`, [{ path: 'vendor', message }]);
}

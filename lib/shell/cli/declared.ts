import { idsByCode, type Session } from '#db';
import { OperationError } from '#operations';

type Scope = { vendor?: string | undefined; program?: string | undefined };

/** Refuses a vendor or a program that nobody has declared: a slip of the pen must not read as a month without calls. */
export async function refuseUndeclared({ database }: Session, { vendor, program }: Scope): Promise<void> {
  if (vendor === undefined && program === undefined) return;
  const { vendors, programs } = await idsByCode(database);
  if (vendor !== undefined && !vendors.has(vendor))
    throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
  if (program !== undefined && !programs.has(program))
    throw new OperationError('not_found', `"${program}" is not a declared program`);
}

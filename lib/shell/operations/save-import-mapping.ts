import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { idsByCode, isBatchId, listMappings, removeMapping, renameMapping, type Session, saveMapping } from '#db';
import { type Mapping, parseMapping } from '#imports';
import { OperationError } from './errors.ts';

export type ImportMappingInput = {
  vendor: string;
  name: string;
  /** The columns of the files that it is for, in any order. */
  header: readonly string[];
  mapping: Mapping;
};

const LONGEST_NAME = 120;

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_NAME) return trimmed;
  const issues = [{ path: 'name', message: `a name has 1 to ${LONGEST_NAME} characters` }];
  throw new OperationError('validation', 'the mapping was not kept', issues);
}

/**
 * Keeps a mapping for a vendor's files of this header: the next one is read by it without a question. One of the same
 * name is replaced. Throws OperationError with every fault.
 */
export async function saveImportMapping(session: Session, input: ImportMappingInput): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const { vendor, header } = input;
  const name = nameOf(input.name);
  const parsed = parseMapping({ ...input.mapping, name });
  if (!parsed.ok) throw new OperationError('validation', 'the mapping was not kept', parsed.issues);
  if (!(await idsByCode(session.database)).vendors.has(vendor))
    throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
  await saveMapping(session.database, {
    ...{ id: randomUUID(), vendor, name, header, mapping: parsed.mapping },
    savedBy: session.actor.id,
    savedAt: session.now(),
  });
}

function refuseNone(found: boolean): void {
  if (!found) throw new OperationError('not_found', 'there is no such mapping');
}

/** Gives a saved mapping another name. Throws OperationError where its vendor has one of that name. */
export async function renameImportMapping(session: Session, id: string, asked: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  const name = nameOf(asked);
  const all = await listMappings(session.database, null);
  const own = all.find((mapping) => mapping.id === id);
  if (all.some((other) => other.id !== id && other.vendor === own?.vendor && other.name === name))
    throw new OperationError('conflict', `this vendor has a mapping "${name}" already`);
  refuseNone(isBatchId(id) && (await renameMapping(session.database, id, name)));
}

/** Forgets a saved mapping; calls that were read by it stay. Throws OperationError where there is none. */
export async function deleteImportMapping(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'imports');
  refuseNone(isBatchId(id) && (await removeMapping(session.database, id)));
}

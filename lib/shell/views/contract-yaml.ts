import { stringify } from 'yaml';
import { requirePermission } from '#auth';
import type { ContractVersion } from '#contracts';
import { listVersions, type Session } from '#db';

/** Every contract, or one, as the `contracts:` part of a declaration, which `apply` reads back to the same. */
export async function contractsYaml(session: Session, id?: string): Promise<string | null> {
  requirePermission(session, 'view', 'declarations');
  const versions = await listVersions(session.database);
  const chosen = id === undefined ? versions : versions.filter((version) => version.id === id);
  return id !== undefined && chosen.length === 0 ? null : yamlOf(chosen);
}

/** Contracts as a YAML text; amounts are quoted, so that no reader makes them inexact. */
export function yamlOf(versions: readonly ContractVersion[]): string {
  const contracts = versions.map(({ id: _, ...terms }) => terms);
  return stringify({ contracts }, { aliasDuplicateObjects: false, lineWidth: 100 });
}

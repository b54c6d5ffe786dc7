import { stringify } from 'yaml';
import { requirePermission } from '#auth';
import { listMappings, listVendors, type Session } from '#db';
import type { DraftMapping } from '#imports';

/** A saved mapping as a page lists it. */
export type MappingEntry = {
  id: string;
  name: string;
  vendor: string;
  vendorName: string;
  header: readonly string[];
  savedAt: number;
  savedBy: string;
};

/** Every saved mapping, by vendor and name. */
export async function mappingsPage(session: Session): Promise<MappingEntry[]> {
  requirePermission(session, 'view', 'imports');
  const names = new Map((await listVendors(session.database)).map(({ code, name }) => [code, name]));
  return (await listMappings(session.database, null))
    .map(({ mapping: _, savedAt, ...entry }) => ({
      ...entry,
      vendorName: names.get(entry.vendor) ?? entry.vendor,
      savedAt: savedAt.getTime(),
    }))
    .sort((a, b) => a.vendorName.localeCompare(b.vendorName) || a.name.localeCompare(b.name));
}

/** A saved mapping as a YAML file, which an import on the command line reads; null where there is none of this id. */
export async function savedMappingYaml(session: Session, id: string): Promise<{ name: string; yaml: string } | null> {
  requirePermission(session, 'view', 'imports');
  const saved = (await listMappings(session.database, null)).find((own) => own.id === id);
  return saved ? { name: saved.name, yaml: yamlOf(saved.mapping) } : null;
}

/** A mapping in the making as a YAML file. */
export async function mappingYaml(session: Session, mapping: DraftMapping): Promise<string> {
  requirePermission(session, 'view', 'imports');
  return yamlOf(mapping);
}

function yamlOf(mapping: DraftMapping): string {
  return stringify(mapping, { aliasDuplicateObjects: false, lineWidth: 100 });
}

import { type Mapping, parseMapping, type SavedMapping } from '#imports';
import type { Db } from './database.ts';

/** A mapping that somebody kept for a vendor's files of one header. */
export type StoredMapping = SavedMapping & { id: string; vendor: string; savedBy: string; savedAt: Date };

type Row = Awaited<ReturnType<Db['prisma']['importMapping']['findUniqueOrThrow']>> & { vendor: { code: string } };

/** A mapping that today's rules no longer take is as if it were not there: its files are asked about again. */
function fromDb({ vendorId: _, vendor, mapping, ...row }: Row): StoredMapping[] {
  const parsed = parseMapping(mapping);
  return parsed.ok ? [{ ...row, vendor: vendor.code, mapping: { ...parsed.mapping, name: row.name } }] : [];
}

/** The saved mappings of one vendor, or of all: the latest first, which is the one that counts for its header. */
export async function listMappings(db: Db, vendor: string | null): Promise<StoredMapping[]> {
  const rows = await db.prisma.importMapping.findMany({
    where: vendor === null ? {} : { vendor: { code: vendor } },
    include: { vendor: { select: { code: true } } },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.flatMap(fromDb);
}

/** Keeps a mapping under its vendor's name for it, in place of one that has this name. */
export async function saveMapping(db: Db, { vendor, name, header, mapping, ...by }: StoredMapping): Promise<void> {
  const { id: vendorId } = await db.prisma.vendor.findUniqueOrThrow({ where: { code: vendor } });
  const kept = { header: [...header], mapping: mapping as Mapping & object, savedBy: by.savedBy, savedAt: by.savedAt };
  await db.prisma.importMapping.upsert({
    where: { vendorId_name: { vendorId, name } },
    create: { id: by.id, vendorId, name, ...kept },
    update: kept,
  });
}

/** Gives a mapping another name; false where there is none. */
export async function renameMapping(db: Db, id: string, name: string): Promise<boolean> {
  const { count } = await db.prisma.importMapping.updateMany({ where: { id }, data: { name } });
  return count > 0;
}

/** Forgets a mapping; false where there was none. */
export async function removeMapping(db: Db, id: string): Promise<boolean> {
  const { count } = await db.prisma.importMapping.deleteMany({ where: { id } });
  return count > 0;
}

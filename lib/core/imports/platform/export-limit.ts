import type { PlatformFormat } from './platform-format.ts';

/** Counts a document's records by kind, and tells where one kind has exactly as many as its export gives at most. */
export function exportLimit({ stopsAt }: Pick<PlatformFormat, 'stopsAt'>) {
  const counts = new Map<string, number>();
  return {
    add(record: unknown): void {
      if (stopsAt === undefined) return;
      const kind = stopsAt.kindOf(record);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
    /** So many records; null = it stopped at no limit. */
    reached: (): number | null => {
      const found = [...counts.values()];
      return stopsAt?.records.find((most) => found.includes(most)) ?? null;
    },
  };
}

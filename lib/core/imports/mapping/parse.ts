import { type Mapping, mapping } from './schema.ts';

/** One fault of a mapping, with the path to it: `columns.started_at.format`. */
export type MappingIssue = { path: string; message: string };

/** Reads a mapping from parsed YAML or JSON; every fault is reported, not only the first. */
export function parseMapping(input: unknown): { ok: true; mapping: Mapping } | { ok: false; issues: MappingIssue[] } {
  const result = mapping.safeParse(input);
  if (result.success) return { ok: true, mapping: result.data };
  return {
    ok: false,
    issues: result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  };
}

import type { Text } from '#format';
import { commaList } from './comma-list.ts';
import { lacks, named } from './csv/header.ts';
import { requiredColumns } from './formats/canonical/columns.ts';
import { nearMiss } from './near-miss.ts';
import type { PlatformFormat } from './platform/platform-format.ts';

/** Columns that a call log has at least: with fewer, nobody can say by a mapping what they mean. */
const FEWEST = 3;
/** Share of a platform's columns that makes a file look like its log. */
const LOOKS_LIKE = 0.5;

function missing(needs: readonly string[], header: readonly string[]): string[] {
  const names = new Set(header.map(named));
  return needs.filter((need) => !names.has(named(need)));
}

/** Which of a format's columns a header has, or has nearly. */
function shareOf(needs: readonly string[], header: readonly string[]): number {
  const absent = missing(needs, header).filter((need) => nearMiss(need, header) === null);
  return needs.length === 0 ? 0 : 1 - absent.length / needs.length;
}

/** Says that a file is nearly a platform's log, and what it lacks; null = it lacks nothing that can be named. */
function nearly({ label, needs = [] }: PlatformFormat, header: readonly string[]): Text | null {
  const [first, ...others] = missing(needs, header);
  if (first === undefined) return null;
  const columns = commaList([first, ...others].map((text) => ({ kind: 'text', text })));
  return { key: 'files.nearly', values: { format: label, columns } };
}

/** Why a document with such columns is no log that is known: what the nearest format would need, and what to do. */
export function unknownLog(
  header: readonly string[],
  of: 'rows' | 'values',
  platforms: readonly PlatformFormat[],
): Text {
  const key = of === 'rows' ? 'files.missing_columns' : 'files.missing_keys';
  const canonical = lacks(missing(requiredColumns, header), header, key);
  if (header.length < FEWEST) return canonical;
  const least = Math.max(LOOKS_LIKE, shareOf(requiredColumns, header));
  const [nearest] = platforms
    .map((platform) => ({ platform, share: shareOf(platform.needs ?? [], header) }))
    .filter(({ share }) => share > least)
    .sort((a, b) => b.share - a.share);
  const near = (nearest && nearly(nearest.platform, header)) ?? canonical;
  return { key: 'files.unknown_log', values: { near: { kind: 'say', text: near } } };
}

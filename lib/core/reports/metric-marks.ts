import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import { hidesAbandoned, type VendorMetrics } from '#quality';
import { list, say, share } from './cells.ts';
import { type Names, vendorName } from './names.ts';

/**
 * What a group's times and shares are made of where that is not what they should be: handle time that lacks a part, a
 * platform's own way of counting, abandoned calls that nobody reports. Null = nothing to be said.
 */
export type Marks = { aht: (own: Economics) => Text | null; abandonment: (own: Economics) => Text | null };

/** Share of handled calls of which each part is reported; null = not known. */
type Reported = { hold: number | null; wrap: number | null };

/** A part that is lacking in fewer handled calls than this moves no figure. */
const NOTEWORTHY = 0.01;

/** Parts of handle time that the vendor does not report, or not of all its calls. */
function lacking(reported: Reported): Cell[] {
  return (['hold', 'wrap'] as const).flatMap((part) => {
    const known = reported[part];
    if (known === null || 1 - known < NOTEWORTHY) return [];
    return known === 0 ? [say(`metrics.parts.${part}`)] : [say(`metrics.partly.${part}`, { share: share(1 - known) })];
  });
}

/** What the handle time of these vendors is made of. */
function ahtText(vendors: Cell, n: number, { lacks, notes }: { lacks: Cell[]; notes: readonly Text[] }): Text | null {
  if (lacks.length + notes.length === 0) return null;
  const said = list(notes.map((note): Cell => ({ kind: 'say', text: note })));
  const which = lacks.length === 0 ? 'counted' : notes.length === 0 ? 'lacks' : 'both';
  return { key: `metrics.${which}`, values: { n, vendors, lacks: list(lacks), notes: said } };
}

/** Whether a group's abandonment is not known, though it seems to be 0. */
function hides({ counts, averageSpeedOfAnswer }: Economics, metrics: VendorMetrics | undefined): boolean {
  return hidesAbandoned({ ...counts, waited: (averageSpeedOfAnswer ?? 0) > 0 }, metrics?.unreported);
}

/** What a vendor's handle time is made of; null where it is made of all its parts. */
export function ahtMark(
  names: Names,
  vendor: string,
  { reported, metrics }: { reported: Reported; metrics: readonly VendorMetrics[] },
): Text | null {
  const notes = metrics.find((other) => other.vendor === vendor)?.notes ?? [];
  return ahtText(vendorName(names, vendor), 1, { lacks: lacking(reported), notes });
}

/** The marks of a report's groups; `vendor` is whose groups they are where their keys do not say. */
export function marksOf(names: Names, metrics: readonly VendorMetrics[], vendor?: string): Marks {
  const whose = ({ key }: Economics) => key.vendor ?? vendor;
  const own = (code: string) => metrics.find((other) => other.vendor === code);
  return {
    aht: (economics) => {
      const code = whose(economics);
      if (code === undefined || economics.aht === null) return null;
      return ahtMark(names, code, { reported: economics.reported, metrics });
    },
    abandonment: (economics) => {
      const code = whose(economics);
      if (code === undefined || !hides(economics, own(code))) return null;
      return { key: 'metrics.abandoned', values: { n: 1, vendors: vendorName(names, code) } };
    },
  };
}

/** Marks of groups that nothing is known of. */
export const noMarks: Marks = { aht: () => null, abandonment: () => null };

type Defined = { vendor: string; lacks: Cell[]; notes: readonly Text[]; hides: boolean };

/** What a vendor's groups have in common: a part that some calls of some of them lack is lacking in so many of all. */
function defined(vendor: string, rows: readonly Economics[], metrics: readonly VendorMetrics[]): Defined {
  const own = metrics.find((other) => other.vendor === vendor);
  const handled = rows.reduce((sum, { counts }) => sum + counts.handled, 0);
  const known = (part: 'hold' | 'wrap') =>
    rows.reduce((sum, { counts, reported }) => sum + (reported[part] ?? 0) * counts.handled, 0) / handled;
  return {
    ...{ vendor, notes: own?.notes ?? [], lacks: lacking({ hold: known('hold'), wrap: known('wrap') }) },
    hides: rows.some((row) => hides(row, own)),
  };
}

/** What the handle times and abandonment of these groups are made of, vendors that are alike in one sentence. */
export function metricNotes(rows: readonly Economics[], names: Names, metrics: readonly VendorMetrics[]): Text[] {
  const handled = rows.filter(({ counts, key }) => counts.handled > 0 && key.vendor !== undefined);
  const codes = [...new Set(handled.map(({ key }) => key.vendor ?? ''))];
  const all = codes.map((code) => {
    const own = handled.filter(({ key }) => key.vendor === code);
    return defined(code, own, metrics);
  });
  const kindOf = ({ lacks, notes }: Defined) => JSON.stringify([lacks, notes]);
  const named = (some: readonly Defined[]) => list(some.map(({ vendor }) => vendorName(names, vendor)));
  const times = [...new Map(all.map((own) => [kindOf(own), own]))].map(([kind, own]) => {
    const alike = all.filter((other) => kindOf(other) === kind);
    return ahtText(named(alike), alike.length, own);
  });
  const hiding = all.filter(({ hides }) => hides);
  const lost =
    hiding.length > 0 ? [{ key: 'metrics.abandoned', values: { n: hiding.length, vendors: named(hiding) } }] : [];
  return [...times.filter((note) => note !== null), ...lost].map((note) => ({
    key: 'metrics.note',
    values: { note: { kind: 'say', text: note } },
  }));
}

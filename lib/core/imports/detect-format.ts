import { lacks } from './csv/header.ts';
import type { ImportOptions } from './import-options.ts';
import { chooseMapping } from './mapping/choose.ts';
import { checkHeader } from './mapping/reader.ts';
import type { Mapping } from './mapping/schema.ts';
import type { PlatformFormat, Sample } from './platform/platform-format.ts';
import { flatRecord } from './records/flat-record.ts';
import type { Records } from './records/open-records.ts';
import { formats, type PlatformName, platforms } from './registry.ts';
import { unknownLog } from './unknown-log.ts';
import type { FilePlace, Unusable } from './unusable-file-error.ts';

/** How a document is read: rows as calls by their header, or records as pieces of a platform's calls. */
export type Detected =
  | { format: 'canonical' | 'mapping' }
  | { format: PlatformName; platform: PlatformFormat; shape: Sample['shape'] };

const registered = Object.entries(platforms) as unknown as [PlatformName, PlatformFormat][];

/** The keys of records, in the order in which they first come. */
function keysOf(records: readonly unknown[]): string[] {
  return [...new Set(records.flatMap((record) => [...(flatRecord(record)?.keys() ?? [])]))];
}

/** What a document offers as the columns of a table: its header, or the keys of its first records. */
export function headerOf(records: Records): string[] {
  if (records.kind === 'rows') return records.first(true)[0] ?? [];
  return keysOf(records.sample('objects')?.records ?? []);
}

/** The mapping that a document is read by: the import's, else one saved for its header where no format is asked for. */
export function mappingFor(records: Records, { format, mapping, savedMappings = [] }: ImportOptions): Mapping | null {
  if (mapping !== null || format !== null) return mapping;
  return chooseMapping(headerOf(records), savedMappings)?.mapping ?? null;
}

function sampleFor({ quotes }: PlatformFormat, shape: Sample['shape'], records: Records): Sample | null {
  return records.kind === 'rows' ? records.sample(shape, quotes !== false) : records.sample(shape);
}

/** The shape in which a platform's format knows a document for its own; null = in none. */
function shapeKnown(platform: PlatformFormat, records: Records): Sample['shape'] | null {
  const known = platform.shapes.find((shape) => {
    const sample = sampleFor(platform, shape, records);
    return sample !== null && platform.recognises(sample);
  });
  return known ?? null;
}

/** A platform that was asked for is taken where it has documents of this kind; what does not fit are its rejects. */
function asked(name: PlatformName, records: Records, unusable: Unusable): Detected {
  const platform = registered.find(([own]) => own === name)?.[1];
  if (!platform) throw new Error(`no format ${name}`);
  const shape = shapeKnown(platform, records) ?? platform.shapes.find((own) => sampleFor(platform, own, records));
  if (!shape) throw unusable({ key: 'files.another_shape', values: { format: platform.label } });
  return { format: name, platform, shape };
}

/** The first platform that knows a document for its own: those whose marks are plainer come first. */
function recognised(records: Records): Detected | null {
  for (const [name, platform] of registered) {
    const shape = shapeKnown(platform, records);
    if (shape !== null) return { format: name, platform, shape };
  }
  return null;
}

const placeIn = (records: Records): FilePlace => (records.kind === 'rows' ? { row: records.headerRow } : {});

/**
 * Whose log a document is, by what stands in it and never by its name: the format that the import names, else a mapping
 * (the import's, or one saved for such a header), else the canonical log, else the first platform that knows it.
 */
export function detectFormat(records: Records, options: ImportOptions, unusable: Unusable): Detected {
  const { format } = options;
  if (format !== null && format !== 'canonical' && format !== 'mapping') return asked(format, records, unusable);
  const header = headerOf(records);
  const inHeader: Unusable = (reason, place) => unusable(reason, { ...placeIn(records), ...place });
  if (header.some((name) => name.includes('\0'))) throw inHeader({ key: 'files.nul_bytes' });
  const mapping = mappingFor(records, options);
  if (mapping !== null) {
    if (records.kind === 'rows') checkHeader(header, mapping, inHeader);
    return { format: 'mapping' };
  }
  const missing = formats.canonical.missing(header);
  const [column] = missing;
  if (column === undefined) return { format: 'canonical' };
  if (records.kind === 'values' && header.length === 0) throw inHeader({ key: 'files.no_records' });
  if (format === 'canonical') throw inHeader(lacks(missing, header), { column });
  const found = recognised(records);
  if (found) return found;
  throw inHeader(unknownLog(header, records.kind, Object.values(platforms)), { column });
}

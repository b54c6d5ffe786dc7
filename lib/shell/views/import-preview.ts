import { requirePermission } from '#auth';
import type { Outcome } from '#calls';
import {
  areSpooled,
  type Batch,
  findBatch,
  listMappings,
  listPrograms,
  listVendors,
  type Session,
  spooledFiles,
  vendorWords,
} from '#db';
import {
  type DraftMapping,
  type FormatName,
  formatNames,
  type ImportOptions,
  type Mapping,
  type MappingIssue,
  type Preview,
  parseMapping,
  previewCallLog,
  type SavedMapping,
  type SourceFile,
} from '#imports';
import { askedTable, type PreviewTable, proposedTable, savedTable } from './preview-table.ts';
import type { Choice } from './types.ts';

/** How a delivery is to be read, as a page asks before anything is decided. */
export type PreviewRequest = {
  vendor: string | null;
  program: string | null;
  timezone: string | null;
  /** Null: found from the content. `mapping`: by a mapping of its columns, whatever it looks like. */
  format: FormatName | null;
  /** As a file of a mapping writes it; null = the vendor's own for such a file, or else the one that is proposed. */
  mapping: unknown;
  /** What words of the vendor's are to mean besides what they mean so far. */
  words: { outcomes: Readonly<Record<string, Outcome>>; programs: Readonly<Record<string, string>> };
};

/** What a delivery is and what would become of it; nothing of it is written anywhere. */
export type ImportPreview = {
  asked: Pick<PreviewRequest, 'vendor' | 'program' | 'timezone' | 'format'>;
  preview: Preview;
  /** Null where none of it is a table, or a log is known by itself. */
  table: PreviewTable | null;
  /** Whether it can be imported as it is asked for: no file is unusable, and its mapping has no fault and no open question. */
  ready: boolean;
  /** The mapping that it is read by, where the vendor has none that is found by itself. */
  mapping: Mapping | null;
  issues: MappingIssue[];
  /** The vendor's saved mappings, the latest first. */
  mappings: { name: string; mapping: Mapping }[];
  /** The zone in which starts are shown. */
  zone: string;
  choices: { vendors: (Choice & { timezone: string })[]; programs: Choice[]; formats: FormatName[] };
};

const LIMIT = 1000;

/**
 * Of a delivery that waits: what it is, what its first records become, and how a table's columns may be read. Null where
 * there is none of this id, or its files are no longer kept.
 */
export async function importPreview(
  session: Session,
  id: string,
  request: PreviewRequest | null = null,
): Promise<ImportPreview | null> {
  requirePermission(session, 'view', 'imports');
  const batch = await findBatch(session.database, id);
  if (batch === null || !areSpooled(batch)) return null;
  const asked = request ?? requestOf(batch);
  const { vendor, program, timezone, format } = asked;
  const [vendors, programs] = [await listVendors(session.database), await listPrograms(session.database)];
  const saved = vendor === null ? [] : await listMappings(session.database, vendor);
  const files = spooledFiles(
    id,
    batch.files.map(({ name }) => name),
  );
  const look = await looked({ files, asked, saved, options: await optionsFor(session, asked, saved) });
  return {
    asked: { vendor, program, timezone, format },
    ...look,
    mappings: saved.map(({ name, mapping }) => ({ name, mapping })),
    zone: timezone ?? vendors.find(({ code }) => code === vendor)?.timezone ?? 'UTC',
    choices: {
      vendors: vendors.map(({ code, name, timezone: own }) => ({ id: code, label: name, timezone: own })),
      programs: programs.map(({ code, name }) => ({ id: code, label: name })),
      formats: [...formatNames],
    },
  };
}

/** As the delivery was sent, or as it was last tried. */
function requestOf({ vendor, options: { program, timezone, format, mapping } }: Batch): PreviewRequest {
  return { vendor, program, timezone, format, mapping, words: { outcomes: {}, programs: {} } };
}

/** What files are read with: what is declared, and what words are to mean besides. */
export async function optionsFor(
  session: Session,
  { vendor, program, timezone, format, words }: PreviewRequest,
  savedMappings: readonly SavedMapping[],
): Promise<ImportOptions> {
  const vendors = await vendorWords(session.database);
  const own = vendor === null ? undefined : vendors.get(vendor);
  for (const [word, outcome] of Object.entries(words.outcomes)) own?.outcomeMap.set(word, outcome);
  for (const [word, code] of Object.entries(words.programs)) own?.programs.set(word, code);
  const programs = new Map(
    (await listPrograms(session.database)).map(({ code, direction, currency, transferTime }) => [
      code,
      { direction, currency, transferTime },
    ]),
  );
  const { hashCustomer } = session;
  return { format, mapping: null, savedMappings, vendor, program, timezone, vendors, programs, hashCustomer };
}

type Looking = {
  files: readonly SourceFile[];
  asked: PreviewRequest;
  saved: readonly SavedMapping[];
  options: ImportOptions;
};

/** What files are, what their first records become, and the table among them. */
export type Looked = Pick<ImportPreview, 'preview' | 'table' | 'ready' | 'mapping' | 'issues'>;

/**
 * Looks at files as an import would read them: by the mapping that is asked for, the vendor's own for such a file, or the
 * one that is proposed.
 */
export async function looked({ files, asked, saved, options }: Looking): Promise<Looked> {
  const look = (own: Partial<ImportOptions>) => previewCallLog(files, { ...options, ...own }, LIMIT);
  if (asked.mapping !== null) {
    const parsed = parseMapping(asked.mapping);
    if (!parsed.ok) {
      const preview = await look({ format: null, savedMappings: [] });
      return unread(preview, askedTable(preview, asked.mapping as DraftMapping), parsed.issues);
    }
    const preview = await look({ format: null, mapping: parsed.mapping });
    return read(preview, askedTable(preview, parsed.mapping), parsed.mapping);
  }
  const byMapping = asked.format === 'mapping';
  const preview = await look(byMapping ? { format: null } : {});
  const unknown = preview.documents.some(({ format, problem }) => format === null && problem === null);
  if (!byMapping && !unknown) {
    const table = savedTable(preview, saved);
    // Of one document it is kept how it was read; of several each has a mapping of its own.
    const parsed = table && preview.documents.length === 1 ? parseMapping(table.mapping) : null;
    return read(preview, table, parsed?.ok ? parsed.mapping : null);
  }
  const table = (byMapping && savedTable(preview, saved)) || proposedTable(preview);
  const complete = table && table.questions.length === 0 ? parseMapping(table.mapping) : null;
  if (!complete?.ok) return unread(preview, table);
  const { mapping } = complete;
  // A mapping that is asked for reads every document, those too that would be known by themselves.
  const again = byMapping || preview.documents.length > 1;
  return read(again ? await look({ format: null, mapping }) : preview, table, mapping);
}

function read(preview: Preview, table: PreviewTable | null, mapping: Mapping | null = null): Looked {
  const ready = preview.documents.length > 0 && preview.documents.every(({ problem }) => problem === null);
  return { preview, table, ready, mapping, issues: [] };
}

/** What stands in the file alone: nothing can be said of what it becomes. */
function unread(preview: Preview, table: PreviewTable | null, issues: MappingIssue[] = []): Looked {
  const records = preview.records.map((record) => ({ ...record, call: null, faults: [] }));
  const counts = { ...preview.counts, calls: 0, rejected: 0, notCalls: 0 };
  const nothing = { outcomes: [], dispositions: [], queues: [], rejects: [] };
  return { preview: { ...preview, ...nothing, records, counts }, table, ready: false, mapping: null, issues };
}

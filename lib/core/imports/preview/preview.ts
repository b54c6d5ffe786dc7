import type { Text } from '#format';
import type { BytesRead } from '../bytes/blocks.ts';
import type { Encoding } from '../bytes/text-blocks.ts';
import type { CallBatch, MetricContract } from '../call-batch.ts';
import { type Detected, detectFormat, mappingFor } from '../detect-format.ts';
import { readCalls } from '../direct/read-calls.ts';
import { closeContent, type Document } from '../documents/document.ts';
import { openedOf } from '../documents/opened-of.ts';
import type { ImportOptions } from '../import-options.ts';
import { parseMapping } from '../mapping/parse.ts';
import { type MappingProposal, proposeMapping } from '../mapping/propose.ts';
import { gatherInMemory } from '../platform/gather.ts';
import { gatherings } from '../platform/gatherings.ts';
import { checkOptions } from '../read-call-log.ts';
import { openRecords, type Records } from '../records/open-records.ts';
import type { FormatName } from '../registry.ts';
import type { SourceFile } from '../source-file.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { documentsIn } from './documents-in.ts';
import { type TakenRecords, type Taking, taken } from './taken.ts';
import { type Counted, type Tally, tally } from './tally.ts';

/** One file of a delivery, or one member of an archive, before anything of it is imported. */
export type PreviewDocument = {
  name: string;
  /** Null: no format that is known, and no mapping was given. */
  format: FormatName | null;
  header: string[] | null;
  metrics: MetricContract;
  encoding: Encoding | null;
  /** Why nothing can be made of it, or no more than what is shown. */
  problem: Text | null;
};

/** What the first records of a delivery become: nothing of it is written anywhere. */
export type Preview = Counted & {
  documents: PreviewDocument[];
  /** Whether all of the delivery was looked at. */
  whole: boolean;
  /** How a table that is no known log may be read; null where none of the documents needs it. */
  mapping: MappingProposal | null;
};

type Work = {
  options: ImportOptions;
  /** Records to look at in each document. */
  most: number;
  read: BytesRead;
  gathered: ReturnType<typeof gatherings>;
  counts: Tally;
  documents: PreviewDocument[];
  whole: boolean;
  proposal: MappingProposal | null;
};

/** Documents that are looked at: an archive may have thousands. */
const MOST_DOCUMENTS = 50;
const FEWEST_RECORDS = 20;

const noMetrics: MetricContract = { unreported: [], notes: [] };

function unread(name: string): PreviewDocument {
  return { name, format: null, header: null, metrics: noMetrics, encoding: null, problem: null };
}

/** The fault of a file that cannot be used, told; any other error goes on. */
function problemOf(error: unknown): Text {
  if (error instanceof UnusableFileError) return error.sentence;
  throw error;
}

/** Whose log it is; null = nobody's that is known, so that a mapping may be proposed. */
function detected(records: Records, options: ImportOptions, { unusable }: Document): Detected | null {
  try {
    return detectFormat(records, options, unusable);
  } catch (error) {
    const isUnknown = error instanceof UnusableFileError && error.reason.key === 'files.unknown_log';
    if (isUnknown && options.format === null && mappingFor(records, options) === null) return null;
    throw error;
  }
}

function takingOf(found: Detected | null, most: number): Taking {
  if (found === null || !('platform' in found)) return { most, quotes: true, headed: true, exact: 'all_numbers' };
  const { platform, shape } = found;
  return { most, quotes: platform.quotes !== false, headed: shape === 'table', exact: 'whole_numbers' };
}

/** Proposes a mapping for the first table that needs one. */
function propose({ header, rows }: TakenRecords, work: Work): void {
  const texts = rows.map(({ cells }) => cells);
  work.proposal ??= header && proposeMapping(header, texts, work.options);
}

/** What the first records of a document become: by its format, by its mapping, or by the mapping that is proposed. */
async function* batchesOf(
  { document, found, first }: { document: Document; found: Detected | null; first: TakenRecords },
  work: Work,
): AsyncGenerator<CallBatch> {
  const { options, read, gathered } = work;
  if (found !== null && 'platform' in found) {
    yield* gathered.read(document, first.records, found);
    return;
  }
  if (found?.format !== 'canonical') propose(first, work);
  if (found !== null) yield* readCalls(document, first.records, { options, read });
  else {
    const proposed = parseMapping(work.proposal?.mapping);
    if (!proposed.ok) return;
    yield* readCalls(document, first.records, { options: { ...options, mapping: proposed.mapping }, read });
  }
}

async function lookAt(document: Document, shown: PreviewDocument, work: Work): Promise<void> {
  const records = await openRecords(document);
  const found = detected(records, work.options, document);
  shown.format = found?.format ?? null;
  const first = await taken(records, takingOf(found, work.most));
  shown.header = first.header;
  shown.encoding = first.encoding;
  work.whole &&= first.whole;
  work.counts.addRows(document.file, first.rows);
  for await (const batch of batchesOf({ document, found, first }, work)) {
    shown.metrics = batch.file.metrics;
    work.counts.add(batch);
  }
}

/** Looks at the documents of one file; what is wrong with one of them is told, and the others are looked at all the same. */
async function lookAtFile(file: SourceFile, work: Work): Promise<void> {
  for await (const opened of openedOf([file], work.read))
    for (const unnumbered of await documentsIn(opened, work.options)) {
      if (work.documents.length >= MOST_DOCUMENTS) {
        work.whole = false;
        return;
      }
      const shown = unread(unnumbered.name);
      work.documents.push(shown);
      const document: Document = { ...unnumbered, file: work.documents.length };
      try {
        await lookAt(document, shown, work);
      } catch (error) {
        shown.problem = problemOf(error);
      } finally {
        await closeContent(document.content);
      }
    }
}

/** Does a step; what is wrong with a file is told of it, or of the document that it became. */
async function attempt(name: string, work: Work, step: () => Promise<void> | void): Promise<void> {
  try {
    await step();
  } catch (error) {
    const problem = problemOf(error);
    const shown = work.documents.find((one) => error instanceof UnusableFileError && one.name === error.file);
    if (shown) shown.problem = problem;
    else work.documents.push({ ...unread(name), problem });
  }
}

async function joined({ gathered, counts }: Work): Promise<void> {
  for await (const batch of gathered.join()) counts.add(batch);
}

/**
 * Reads the beginning of a delivery, about `limit` records over all its documents, and tells what it is and what would
 * become of it, as an import with these options would have it: calls whose parts lie further on are incomplete. A table
 * that is no known log is read by the mapping that is proposed for it, as far as that leaves nothing open.
 */
export async function previewCallLog(
  files: readonly SourceFile[],
  options: ImportOptions,
  limit = 1000,
): Promise<Preview> {
  const read: BytesRead = { bytes: 0 };
  const gathered = gatherings({ ...options, gather: gatherInMemory }, read);
  const most = Math.max(FEWEST_RECORDS, Math.floor(limit / Math.max(1, files.length)));
  const work: Work = {
    options,
    most,
    read,
    gathered,
    counts: tally(options),
    documents: [],
    whole: true,
    proposal: null,
  };
  const [first = ''] = files.map(({ name }) => name);
  try {
    await attempt(first, work, () =>
      checkOptions(options, (reason, place) => new UnusableFileError(first, reason, place)),
    );
    if (work.documents.length === 0) {
      for (const file of files) await attempt(file.name, work, () => lookAtFile(file, work));
      await attempt(first, work, () => joined(work));
    }
  } finally {
    await gathered.close();
  }
  const { documents, whole, counts, proposal } = work;
  return { documents, whole, ...counts.counted(), mapping: proposal };
}

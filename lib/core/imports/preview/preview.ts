import type { Call, Outcome } from '#calls';
import type { Text } from '#format';
import type { Encoding } from '../bytes/text-blocks.ts';
import type { MetricContract, Place, RecordFault } from '../call-batch.ts';
import type { ImportOptions } from '../import-options.ts';
import type { MappingProposal } from '../mapping/propose.ts';
import { readCallLog } from '../read-call-log.ts';
import type { FormatName } from '../registry.ts';
import type { SourceFile } from '../source-file.ts';
import { UnusableFileError } from '../unusable-file-error.ts';

/** One file of a delivery, or one member of an archive, before anything of it is imported. */
export type PreviewDocument = {
  name: string;
  /** Null: no format that is known, and no mapping was given. */
  format: FormatName | null;
  header: string[] | null;
  metrics: MetricContract;
  encoding: Encoding | null;
  /** Why nothing can be made of it. */
  problem: Text | null;
};

/** One record as it stands, and what it becomes; no call and no fault = a part of a call, or nothing of any. */
export type PreviewRecord = Place & { cells: (string | null)[]; call: Call | null; faults: RecordFault[] };

/** What the first records of a delivery become: nothing of it is written anywhere. */
export type Preview = {
  documents: PreviewDocument[];
  /** The first 50 of them. */
  records: PreviewRecord[];
  counts: { records: number; calls: number; rejected: number; notCalls: number };
  outcomes: { outcome: Outcome; calls: number }[];
  /** The vendor's words and what they come to; null = nobody has explained the word. */
  dispositions: { word: string; outcome: Outcome | null; calls: number }[];
  queues: { word: string; program: string | null; calls: number }[];
  rejects: { column: string | null; reason: Text; records: number }[];
  /** How a table that is no known log may be read; null where none of the documents needs it. */
  mapping: MappingProposal | null;
};

const none: Preview = {
  documents: [],
  records: [],
  counts: { records: 0, calls: 0, rejected: 0, notCalls: 0 },
  outcomes: [],
  dispositions: [],
  queues: [],
  rejects: [],
  mapping: null,
};

/** Reads the beginning of a delivery, at most `limit` records, and tells what it is and what would become of it. */
export async function previewCallLog(
  files: readonly SourceFile[],
  options: ImportOptions,
  limit = 1000,
): Promise<Preview> {
  const preview = structuredClone(none);
  try {
    for await (const { file, calls, rejects, rows, rejected } of readCallLog(files, options)) {
      if (!preview.documents.some(({ name }) => name === file.name))
        preview.documents.push({ ...file, header: file.header ? [...file.header] : null, problem: null });
      for (const { call, ...place } of calls) preview.records.push({ ...place, cells: [], call, faults: [] });
      for (const { file: of, row, ...fault } of rejects)
        preview.records.push({ file: of, row, cells: [], call: null, faults: [fault] });
      preview.counts.records += rows;
      preview.counts.calls += calls.length;
      preview.counts.rejected += rejected;
      if (preview.counts.records >= limit) break;
    }
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    preview.documents.push({
      name: error.file,
      format: null,
      header: null,
      metrics: { unreported: [], notes: [] },
      encoding: null,
      problem: error.sentence,
    });
  }
  return preview;
}

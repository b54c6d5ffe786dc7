import { isZone } from '#time';
import type { BytesRead } from './bytes/blocks.ts';
import type { CallBatch } from './call-batch.ts';
import { detectFormat } from './detect-format.ts';
import { readCalls } from './direct/read-calls.ts';
import { closeContent, type Document, type Opened } from './documents/document.ts';
import { openedOf } from './documents/opened-of.ts';
import { sheetsWithLogs } from './documents/sheets-with-logs.ts';
import type { ImportOptions } from './import-options.ts';
import { gatherings } from './platform/gatherings.ts';
import { openRecords } from './records/open-records.ts';
import type { SourceFile } from './source-file.ts';
import { type Unusable, UnusableFileError } from './unusable-file-error.ts';

/** Throws where an import names what was never declared. */
export function checkOptions(
  { vendor, vendors, program, programs, timezone }: ImportOptions,
  unusable: Unusable,
): void {
  if (vendor !== null && !vendors.has(vendor)) throw unusable({ key: 'files.unknown_vendor' }, { value: vendor });
  if (program !== null && !programs.has(program)) throw unusable({ key: 'files.unknown_program' }, { value: program });
  if (timezone !== null && !isZone(timezone)) throw unusable({ key: 'files.unknown_zone' }, { value: timezone });
}

type Delivery = {
  options: ImportOptions;
  read: BytesRead;
  gathered: ReturnType<typeof gatherings>;
  /** Documents so far. */
  count: number;
};

/** Reads one document: as calls, or as pieces of calls that are gathered. */
async function* readDocument(document: Document, { options, read, gathered }: Delivery): AsyncGenerator<CallBatch> {
  try {
    const records = await openRecords(document);
    const detected = detectFormat(records, options, document.unusable);
    if ('platform' in detected) yield* gathered.read(document, records, detected);
    else yield* readCalls(document, records, { options, read });
  } finally {
    await closeContent(document.content);
  }
}

/** Reads what a file or a member of an archive holds: one document, or the sheets of a workbook that hold a log. */
async function* readOpened({ name, unusable, content }: Opened, delivery: Delivery): AsyncGenerator<CallBatch> {
  const documents =
    'sheets' in content
      ? await sheetsWithLogs(name, content.sheets, { options: delivery.options, unusable })
      : [{ name, unusable, content, passedOver: [] }];
  for (const document of documents) {
    delivery.count++;
    yield* readDocument({ file: delivery.count, ...document }, delivery);
  }
}

/**
 * Reads a delivery of one or more files as call logs, some records at a time, in memory that does not grow with them
 * (of platforms' logs the parts of calls are put aside until all files are read, see `gather`). Records that are no
 * calls come out as rejects beside the good ones; a file that cannot be used at all throws UnusableFileError, at its very
 * end where it is a compressed file that was cut off, so keep nothing of it before the generator is done.
 */
export async function* readCallLog(
  files: readonly SourceFile[],
  options: ImportOptions,
): AsyncGenerator<CallBatch, void, undefined> {
  const [first] = files;
  if (first === undefined) throw new Error('a delivery has no file');
  checkOptions(options, (reason, place) => new UnusableFileError(first.name, reason, place));
  const read: BytesRead = { bytes: 0 };
  const gathered = gatherings(options, read);
  const delivery: Delivery = { options, read, gathered, count: 0 };
  try {
    for await (const opened of openedOf(files, read)) yield* readOpened(opened, delivery);
    yield* gathered.join();
  } finally {
    await gathered.close();
  }
}

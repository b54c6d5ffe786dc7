import { isZone } from '#time';
import type { BytesRead } from './bytes/blocks.ts';
import type { CallBatch } from './call-batch.ts';
import { detectFormat } from './detect-format.ts';
import { readCalls } from './direct/read-calls.ts';
import type { Document } from './documents/document.ts';
import { documentsOf } from './documents/documents-of.ts';
import type { ImportOptions } from './import-options.ts';
import { gatherings } from './platform/gatherings.ts';
import { openRecords } from './records/open-records.ts';
import type { SourceFile } from './source-file.ts';
import { type Unusable, UnusableFileError } from './unusable-file-error.ts';

function checkOptions({ vendor, vendors, program, programs, timezone }: ImportOptions, unusable: Unusable): void {
  if (vendor !== null && !vendors.has(vendor)) throw unusable({ key: 'files.unknown_vendor' }, { value: vendor });
  if (program !== null && !programs.has(program)) throw unusable({ key: 'files.unknown_program' }, { value: program });
  if (timezone !== null && !isZone(timezone)) throw unusable({ key: 'files.unknown_zone' }, { value: timezone });
}

type Delivery = { options: ImportOptions; read: BytesRead; gathered: ReturnType<typeof gatherings> };

/** Reads one document: as calls, or as pieces of calls that are gathered. */
async function* readDocument(document: Document, { options, read, gathered }: Delivery): AsyncGenerator<CallBatch> {
  const records = await openRecords(document);
  const detected = detectFormat(records, options, document.unusable);
  if ('platform' in detected) yield* gathered.read(document, records, detected);
  else yield* readCalls(document, records, { options, read });
}

/** A document that is not read to its end must not stay open. */
async function close({ content }: Document): Promise<void> {
  await ('texts' in content ? content.texts : content.rows).return(undefined);
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
  try {
    for await (const document of documentsOf(files, read))
      try {
        yield* readDocument(document, { options, read, gathered });
      } finally {
        await close(document);
      }
    yield* gathered.join();
  } finally {
    await gathered.close();
  }
}

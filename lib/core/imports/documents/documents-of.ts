import { type BytesRead, counted } from '../bytes/blocks.ts';
import { plainBlocks } from '../bytes/plain-blocks.ts';
import { textBlocks } from '../bytes/text-blocks.ts';
import type { SourceFile } from '../source-file.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import type { Document } from './document.ts';

/** The documents of a delivery, in order; each is to be read before the next is asked for. */
export async function* documentsOf(files: readonly SourceFile[], read: BytesRead): AsyncGenerator<Document> {
  for (const [index, { name, open }] of files.entries()) {
    const unusable: Unusable = (reason, place) => new UnusableFileError(name, reason, place);
    const texts = textBlocks(plainBlocks(counted(open(), read), unusable), unusable);
    yield { file: index + 1, name, unusable, content: { texts } };
  }
}

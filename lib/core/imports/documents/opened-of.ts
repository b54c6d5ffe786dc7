import { type BytesRead, counted } from '../bytes/blocks.ts';
import { kindOf } from '../bytes/kind.ts';
import { plainBlocks } from '../bytes/plain-blocks.ts';
import { textBlocks } from '../bytes/text-blocks.ts';
import { lookedAt } from '../records/looked-at.ts';
import { fileOfBytes, type SourceFile } from '../source-file.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import type { Opened } from './document.ts';
import { isWorkbook, LARGEST_WORKBOOK, openWorkbook } from './workbook/open-workbook.ts';
import { type Member, openArchive } from './zip/archive.ts';

const unusableOf =
  (name: string): Unusable =>
  (reason, place) =>
    new UnusableFileError(name, reason, place);

function textOf(name: string, bytes: AsyncIterable<Uint8Array>): Opened {
  const unusable = unusableOf(name);
  return { name, unusable, content: { texts: textBlocks(plainBlocks(bytes, unusable), unusable) } };
}

/** Members that an operating system or a program puts into archives for itself, and empty ones. */
function isAside({ name, size }: Member): boolean {
  const steps = name.split(/[/\\]/);
  const own = steps.at(-1) ?? '';
  return size === 0 || own.startsWith('.') || steps.includes('__MACOSX') || /^(thumbs\.db|desktop\.ini)$/i.test(own);
}

/** All bytes of a member, of which the archive says how many there are. */
async function gathered(bytes: AsyncIterable<Uint8Array>, size: number, unusable: Unusable): Promise<Uint8Array> {
  if (size > LARGEST_WORKBOOK) throw unusable({ key: 'files.workbook_too_large' });
  const all = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of bytes) {
    all.set(chunk, filled);
    filled += chunk.length;
  }
  return all;
}

/** A member of an archive: text, packed or not, or a workbook; archives in archives are not opened. */
async function memberOf(archive: string, { name: own, size, bytes }: Member): Promise<Opened> {
  const name = `${archive}/${own}`;
  const unusable = unusableOf(name);
  const { taken, all } = await lookedAt(bytes(unusable), (chunks) => chunks.length > 0);
  if (kindOf(taken[0] ?? new Uint8Array()) !== 'zip') return textOf(name, all);
  const within = fileOfBytes(name, await gathered(all, size, unusable));
  const members = await openArchive(within, { bytes: 0 }, unusable);
  if (!isWorkbook(members)) throw unusable({ key: 'files.zip_in_zip' });
  return { name, unusable, content: { sheets: await openWorkbook(members, unusable) } };
}

async function* archived(file: SourceFile, read: BytesRead): AsyncGenerator<Opened> {
  const { name, size } = file;
  const unusable = unusableOf(name);
  const members = await openArchive(file, read, unusable);
  if (isWorkbook(members)) {
    if ((size ?? 0) > LARGEST_WORKBOOK) throw unusable({ key: 'files.workbook_too_large' });
    yield { name, unusable, content: { sheets: await openWorkbook(members, unusable) } };
    return;
  }
  if (members.some((member) => member.name === 'mimetype'))
    throw unusable({ key: 'files.unreadable_kind', values: { kind: 'ods' } });
  const logs = members.filter((member) => !isAside(member));
  if (logs.length === 0) throw unusable({ key: 'files.zip_empty' });
  for (const member of logs) yield await memberOf(name, member);
}

/** Whether a file is an archive: only one of known size can be read anywhere, as an archive must be. */
async function isArchive({ size, read }: SourceFile): Promise<boolean> {
  return size !== null && kindOf(await read(0, 4)) === 'zip';
}

/** The files of a delivery and the members of its archives, in order; each is to be read before the next is asked for. */
export async function* openedOf(files: readonly SourceFile[], read: BytesRead): AsyncGenerator<Opened> {
  for (const file of files) {
    const before = read.bytes;
    if (await isArchive(file)) {
      yield* archived(file, read);
      read.bytes = before + (file.size ?? 0);
    } else yield textOf(file.name, counted(file.open(), read));
  }
}

import { crc32, createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { BytesRead } from '../../bytes/blocks.ts';
import { unpacked } from '../../bytes/unpacked.ts';
import { shown } from '../../cells/shown.ts';
import type { SourceFile } from '../../source-file.ts';
import type { Unusable } from '../../unusable-file-error.ts';

/** A file in an archive. Its name is only a name, wherever it may point to. */
export type Member = {
  name: string;
  /** Bytes of it, unpacked, as the archive has it. */
  size: number;
  /** Throws where it is damaged, locked, or packed in a way that is not read. */
  bytes(unusable: Unusable): AsyncGenerator<Uint8Array>;
};

/** Members that an archive may have. */
const MOST_MEMBERS = 10_000;
const CHUNK = 262_144;
const STORED = 0;

const damaged = { key: 'files.zip_damaged' };

/** Reads the archive's directory for yauzl; the members' bytes are read without it. */
class Reader extends yauzl.RandomAccessReader {
  readonly #file: SourceFile;
  /** What kept the file itself from being read: no fault of the archive. */
  fault: Error | null = null;

  constructor(file: SourceFile) {
    super();
    this.#file = file;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: (fault: Error | null) => void) {
    this.#file.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        done(bytes.length < length ? new Error('cut off') : null);
      },
      (fault: Error) => {
        this.fault = fault;
        done(fault);
      },
    );
  }
}

type Place = { file: SourceFile; zip: ZipFile; entry: Entry; read: BytesRead };

async function* storedBytes({ file, zip, entry, read }: Place, unusable: Unusable): AsyncGenerator<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => {
    throw unusable(damaged);
  });
  for (let at = 0; at < entry.compressedSize; at += CHUNK) {
    const chunk = await file.read(fileDataStart + at, Math.min(CHUNK, entry.compressedSize - at));
    if (chunk.length === 0) throw unusable(damaged);
    read.bytes += chunk.length;
    yield chunk;
  }
}

async function* memberBytes(place: Place, unusable: Unusable): AsyncGenerator<Uint8Array> {
  const { entry } = place;
  if (entry.isEncrypted()) throw unusable({ key: 'files.zip_encrypted' });
  if (!entry.canDecodeFileData())
    throw unusable({ key: 'files.zip_method', values: { method: entry.compressionMethod } });
  const stored = storedBytes(place, unusable);
  const faults = { cutOff: damaged, damaged, unusable };
  const chunks = entry.compressionMethod === STORED ? stored : unpacked(stored, createInflateRaw(), faults);
  let size = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    sum = crc32(chunk, sum);
    if (size > entry.uncompressedSize) throw unusable(damaged);
    yield chunk;
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw unusable(damaged);
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  return shown(name.replace(/\p{Cc}/gu, '\ufffd')) ?? '';
}

async function listed(reader: Reader, file: SourceFile, read: BytesRead): Promise<Member[]> {
  const members: Member[] = [];
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  const zip = await yauzl.fromRandomAccessReaderPromise(reader, file.size ?? 0, options);
  let stored = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    // Members that share their bytes make a small archive unpack without end.
    stored += entry.compressedSize;
    if (stored > (file.size ?? 0)) throw new Error('more is stored than there is');
    if (name.endsWith('/')) continue;
    const place = { file, zip, entry, read };
    members.push({ name, size: entry.uncompressedSize, bytes: (unusable) => memberBytes(place, unusable) });
    if (members.length > MOST_MEMBERS) break;
  }
  return members;
}

/** The files of an archive, in its order, folders left out. Throws where its directory cannot be read. */
export async function openArchive(file: SourceFile, read: BytesRead, unusable: Unusable): Promise<Member[]> {
  const reader = new Reader(file);
  const members = await listed(reader, file, read).catch((error: Error) => {
    if (reader.fault) throw reader.fault;
    throw unusable(/encryption/.test(error.message) ? { key: 'files.zip_encrypted' } : damaged);
  });
  if (members.length > MOST_MEMBERS) throw unusable({ key: 'files.zip_members', values: { most: MOST_MEMBERS } });
  return members;
}

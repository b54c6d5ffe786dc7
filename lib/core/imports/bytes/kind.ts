/** What a file is by its first bytes, where that is not text. */
export type Kind = 'gzip' | 'zip' | Unreadable;

/** Kinds of files that are known and not read. */
type Unreadable = 'xls' | 'rar' | '7z' | 'bzip2' | 'xz' | 'zstd' | 'pdf' | 'parquet';

const marks: [Kind, number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive without members has nothing but its end.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** The kind that a file's first bytes declare; null = text, as far as they tell. */
export function kindOf(first: Uint8Array): Kind | null {
  return marks.find(([, mark]) => mark.every((byte, index) => first[index] === byte))?.[0] ?? null;
}

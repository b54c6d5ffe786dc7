import type { Unusable } from '../unusable-file-error.ts';

/** How a file's bytes are written as text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A piece of the file's text, and the encoding that the file was found to be in. */
export type TextBlock = { text: string; encoding: Encoding };

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte order mark declares. */
function marked(bytes: Uint8Array): Encoding | null {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/** Whether any of the bytes beyond ASCII form a character of UTF-8: then the text is UTF-8 with something broken in it. */
function hasUtf8(bytes: Uint8Array): boolean {
  return /[\u0080-\ufffc]/.test(new TextDecoder().decode(bytes));
}

/**
 * Decodes blocks of bytes as the byte order mark says. Without a mark the first block that is not plain ASCII decides:
 * UTF-8 where it has characters of UTF-8, else windows-1252, in which every byte means something. From then on a byte
 * that does not fit makes the file unusable, since a wrong guess would change names and words unseen.
 */
export async function* textBlocks(blocks: AsyncIterable<Uint8Array>, unusable: Unusable): AsyncGenerator<TextBlock> {
  let encoding: Encoding = 'utf-8';
  let decoder: TextDecoder | null = null;
  let decided = false;
  for await (const bytes of blocks) {
    if (decoder === null) {
      const mark = marked(bytes);
      encoding = mark ?? 'utf-8';
      decided = mark !== null;
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    let text = decode(decoder, bytes);
    if (text === null) {
      if (decided || hasUtf8(bytes)) throw unusable({ key: 'files.mixed_encoding', values: { encoding } });
      encoding = 'windows-1252';
      decoder = new TextDecoder(encoding);
      text = decode(decoder, bytes) ?? '';
    }
    decided ||= text.length !== bytes.length;
    yield { text, encoding };
  }
  if (decoder !== null && decode(decoder) === null)
    throw unusable({ key: 'files.cut_off_character', values: { encoding } });
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return null;
  }
}

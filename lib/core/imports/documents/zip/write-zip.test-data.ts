import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be archived, and what is peculiar about it. */
export type Packed = {
  name: string;
  content: Uint8Array | string;
  /** Stored as it is, or by a method that nobody knows. */
  method?: 0 | 8 | 12;
  encrypted?: boolean;
  /** Sizes and checksum stand after the content, as programs write that do not know them before. */
  streamed?: boolean;
  /** Sizes stand in the 64 bit field. */
  zip64?: boolean;
  /** What the directory claims instead of the truth. */
  claims?: { crc?: number; size?: number };
};

const u16 = (...values: number[]) => values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
const u32 = (...values: number[]) => values.flatMap((value) => [...u16(value & 0xffff), ...u16(value >>> 16)]);

function partsOf({ name, content, method = 8, encrypted, streamed, zip64, claims = {} }: Packed, offset: number) {
  const bytes = Buffer.from(content);
  const data = method === 8 ? deflateRawSync(bytes) : bytes;
  const title = Buffer.from(name);
  const flags = 0x800 | (encrypted ? 1 : 0) | (streamed ? 8 : 0);
  const size = claims.size ?? bytes.length;
  const sums = [claims.crc ?? crc32(bytes), data.length, size] as const;
  const extra = zip64 ? [...u16(1, 16), ...u32(size, 0), ...u32(data.length, 0)] : [];
  const sizes = zip64 ? [0xffffffff, 0xffffffff] : sums.slice(1);
  const local = [...u32(0x04034b50), ...u16(45, flags, method, 0, 0), ...(streamed ? u32(0, 0, 0) : u32(...sums))];
  const after = streamed ? u32(0x08074b50, ...sums) : [];
  const central = [...u32(0x02014b50), ...u16(45, 45, flags, method, 0, 0), ...u32(sums[0], ...sizes)];
  const rest = [...u16(title.length, extra.length, 0, 0, 0), ...u32(0, offset)];
  return {
    stored: Buffer.concat([Buffer.from([...local, ...u16(title.length, 0)]), title, data, Buffer.from(after)]),
    central: Buffer.concat([Buffer.from([...central, ...rest]), title, Buffer.from(extra)]),
  };
}

/** The bytes of a zip archive. */
export function zipOf(files: readonly Packed[]): Buffer {
  const stored: Buffer[] = [];
  const central: Buffer[] = [];
  for (const file of files) {
    const parts = partsOf(file, Buffer.concat(stored).length);
    stored.push(parts.stored);
    central.push(parts.central);
  }
  const [content, directory] = [Buffer.concat(stored), Buffer.concat(central)];
  const end = [...u32(0x06054b50), ...u16(0, 0, files.length, files.length), ...u32(directory.length, content.length)];
  return Buffer.concat([content, directory, Buffer.from([...end, ...u16(0)])]);
}

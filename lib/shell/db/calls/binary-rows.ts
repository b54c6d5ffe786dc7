/*
 * COPY's binary format (PostgreSQL's manual, "COPY", Binary Format): quicker to write than its text, and to read. Every
 * field is its length in bytes and its value, -1 where it is null; numbers have the most significant byte first.
 */

/** The signature, and two words of 32 bits in which nothing is set. */
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER_BYTES = 2;
const LENGTH_BYTES = 4;
/** No field of a fixed size is longer. */
const MOST_FIXED_BYTES = LENGTH_BYTES + 16;
/** Bytes of UTF-8 that a UTF-16 unit can take. */
const MOST_BYTES_OF_A_UNIT = 3;
const TWO_TO_32 = 2 ** 32;
/** Room for the last of the rows; a longer one makes more. */
const SPARE_BYTES = 65_536;

/** Milliseconds since the Unix epoch at the beginning of 2000, from which PostgreSQL counts microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * Writer of rows of so many fields, field by field in the order of COPY's columns, in parts of about `size` bytes. Millions
 * of rows are written: all go into one array of bytes, and no text is made on the way.
 */
export class BinaryRows {
  readonly #fields: number;
  readonly #size: number;
  #bytes = Buffer.alloc(0);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  constructor(fields: number, size: number) {
    this.#fields = fields;
    this.#size = size;
    this.#hold(HEADER, size + SPARE_BYTES);
  }

  #hold(kept: Buffer, length: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(length);
    this.#view = new DataView(this.#bytes.buffer);
    this.#at = kept.copy(this.#bytes);
  }

  #length(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += LENGTH_BYTES;
  }

  /** Begins a row; `units` is how long its texts are together. */
  row(units: number): void {
    const longest = this.#at + 2 + this.#fields * MOST_FIXED_BYTES + units * MOST_BYTES_OF_A_UNIT + TRAILER_BYTES;
    if (longest > this.#bytes.length) this.#hold(this.#bytes.subarray(0, this.#at), longest * 2);
    this.#view.setInt16(this.#at, this.#fields);
    this.#at += 2;
  }

  int4(value: number | null) {
    if (value === null) return this.#length(-1);
    this.#length(4);
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  int2(value: number): void {
    this.#length(2);
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  int8(value: bigint | null) {
    if (value === null) return this.#length(-1);
    this.#length(8);
    this.#view.setBigInt64(this.#at, value);
    this.#at += 8;
  }

  bool(value: boolean): void {
    this.#length(1);
    this.#bytes[this.#at++] = value ? 1 : 0;
  }

  /** An instant in whole ms since the Unix epoch. */
  timestamptz(ms: number): void {
    const since = ms - EPOCH_MS;
    const high = Math.floor(since / TWO_TO_32);
    // All microseconds together would be more than a double counts.
    const low = (since - high * TWO_TO_32) * 1000;
    const carried = Math.floor(low / TWO_TO_32);
    this.#length(8);
    this.#view.setInt32(this.#at, high * 1000 + carried);
    this.#view.setUint32(this.#at + 4, low - carried * TWO_TO_32);
    this.#at += 8;
  }

  /** A text, or the label of an enumeration. */
  text(value: string | null) {
    if (value === null) return this.#length(-1);
    const bytes = this.#bytes;
    const start = this.#at + LENGTH_BYTES;
    let end = start;
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      if (unit > 127) {
        end = start + bytes.write(value, start);
        break;
      }
      bytes[end++] = unit;
    }
    this.#length(end - start);
    this.#at = end;
  }

  /** A document of JSON as `jsonb` takes it, whose first byte is the version of the format. */
  jsonb(document: string | null) {
    if (document === null) return this.#length(-1);
    const written = this.#bytes.write(document, this.#at + LENGTH_BYTES + 1);
    this.#length(written + 1);
    this.#bytes[this.#at] = 1;
    this.#at += written + 1;
  }

  /** Bytes (or a UUID) that are written in hexadecimal. */
  hex(digits: string | null) {
    if (digits === null) return this.#length(-1);
    const written = this.#bytes.write(digits, this.#at + LENGTH_BYTES, 'hex');
    this.#length(written);
    this.#at += written;
  }

  /** Whether there are as many bytes as were asked for. */
  isFull(): boolean {
    return this.#at >= this.#size;
  }

  /** Ends these rows, gives their bytes, and begins anew. */
  take(): Buffer {
    this.#view.setInt16(this.#at, -1);
    const taken = this.#bytes.subarray(0, this.#at + TRAILER_BYTES);
    this.#hold(HEADER, this.#size + SPARE_BYTES);
    return taken;
  }
}

import { finished } from 'node:stream/promises';
import fc from 'fast-check';
import { from as copyFrom } from 'pg-copy-streams';
import { describe, expect, it } from 'vitest';
import { testSession } from '#testing';
import { onOwnConnection } from '../own-connection.ts';
import { BinaryRows } from './binary-rows.ts';

const noNul = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replaceAll('\0', '').toWellFormed());
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 4 });
const whole = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });

const row = fc.record({
  small: whole(16),
  int: orNull(whole(32)),
  big: orNull(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  flag: fc.boolean(),
  at: fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }),
  text: orNull(fc.oneof(noNul, fc.constantFrom('', '\\N', 'Zoë\t\\\r\n', '☎'.repeat(40_000)))),
  json: orNull(fc.dictionary(noNul, fc.oneof(noNul, whole(32)), { maxKeys: 3 })),
  bytes: orNull(fc.uint8Array({ maxLength: 64 })),
  id: fc.uuid(),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function add(rows: BinaryRows, { small, int, big, flag, at, text, json, bytes, id }: Row): void {
  const document = json && JSON.stringify(json);
  rows.row((text?.length ?? 0) + (document?.length ?? 0) + (bytes?.length ?? 0));
  rows.int2(small);
  rows.int4(int);
  rows.int8(big);
  rows.bool(flag);
  rows.timestamptz(at);
  rows.text(text);
  rows.jsonb(document);
  rows.hex(bytes && Buffer.from(bytes).toString('hex'));
  rows.hex(id.replaceAll('-', ''));
}

describe('BinaryRows', () => {
  it('writes what PostgreSQL reads as the same values, in however many parts', { timeout: 60_000 }, async () => {
    const { client, close } = await onOwnConnection((await testSession()).database);
    await client.query(`create temp table copied (n int generated always as identity, small int2, int int4, big int8,
      flag bool, at timestamptz, text text, json jsonb, bytes bytea, id uuid)`);
    const copy = async (part: Buffer) => {
      const columns = 'small, int, big, flag, at, text, json, bytes, id';
      const stream = client.query(copyFrom(`copy copied (${columns}) from stdin (format binary)`));
      await finished(stream.end(part));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 2_000 }), async (given, size) => {
        await client.query('truncate copied');
        const rows = new BinaryRows(9, size);
        for (const one of given) {
          add(rows, one);
          if (rows.isFull()) await copy(rows.take());
        }
        await copy(rows.take());
        const { rows: read } = await client.query('select * from copied order by n');
        const wanted = given.map(({ big, at, bytes, ...same }) => ({
          ...same,
          big: big === null ? null : String(big),
          at: new Date(at),
          bytes: bytes && Buffer.from(bytes),
        }));
        expect(read.map(({ n: _, ...values }) => values)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
    await close();
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Call } from '#calls';
import { sampleOptions } from '../samples.test-data.ts';
import { unusable } from './opened-table.test-data.ts';
import { parseMapping } from './parse.ts';
import { mappingReader } from './reader.ts';
import type { Mapping } from './schema.ts';
import { calls, tableOf, ways } from './written-table.test-data.ts';

const options = {
  ...sampleOptions,
  timezone: null,
  hashCustomer: (reference: string) => Buffer.from(reference).toString('hex'),
};
function readBack(header: string[], rows: string[][], mapping: Mapping): Call[] {
  const reader = mappingReader(header, mapping, options, unusable);
  return rows.map((cells, index) => {
    const result = reader.read(cells, index + 2);
    if ('call' in result) return result.call;
    throw new Error(JSON.stringify(result.faults));
  });
}

/** As a table can tell it: the start no finer than its format, the customer by the hash. */
const toldBy =
  (ms: number) =>
  (call: Call): Call => ({
    ...call,
    startedAt: Math.floor(call.startedAt / ms) * ms,
    customerRef: call.customerRef && options.hashCustomer(call.customerRef),
  });

it('calls written in any way are read back equal by the mapping of that way', () => {
  fc.assert(
    fc.property(calls, ways, (all, way) => {
      const told = all.map(toldBy(way.date.ms));
      const { header, rows, mapping } = tableOf(
        told.map((call, index) => ({ ...call, customerRef: all[index]?.customerRef ?? null })),
        way,
      );
      expect(readBack(header, rows, mapping)).toEqual(told);
    }),
    { numRuns: 300 },
  );
}, 30_000);

it('rejected rows that are mended come back as what they are', () => {
  fc.assert(
    fc.property(calls, ways, (all, way) => {
      const { header, rows, mapping } = tableOf(
        all.map(({ startedAt, ...call }) => ({
          ...call,
          startedAt: Math.floor(startedAt / way.date.ms) * way.date.ms,
        })),
        way,
      );
      const { mendable } = mappingReader(header, mapping, options, unusable);
      const kept = rows.map((cells) => mendable?.(cells) ?? []);
      expect(kept.flat().includes('not used')).toBe(false);
      expect(readBack(header, kept, mapping)).toEqual(readBack(header, rows, mapping));
    }),
    { numRuns: 100 },
  );
});

it('a mapping that is written as YAML is read back equal', () => {
  fc.assert(
    fc.property(
      ways,
      fc.dictionary(fc.string({ minLength: 1 }), fc.constantFrom('sale', 'other'), { noNullPrototype: true }),
      (way, outcomes) => {
        const { mapping } = tableOf([], way);
        const whole = { ...mapping, outcomes, leaveOut: {}, talkIncludes: ['wait'] };
        expect(parseMapping(parse(stringify(whole)))).toEqual({ ok: true, mapping: whole });
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);

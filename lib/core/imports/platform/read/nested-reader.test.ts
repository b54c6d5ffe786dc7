import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readId } from '../../cells/text.ts';
import { readDuration, readMilliseconds } from './duration.ts';
import { optional, required } from './fields.ts';
import { readMoney } from './money.ts';
import { list, nestedReader, section } from './nested-reader.ts';

const read = nestedReader({
  ContactId: required(readId),
  Agent: section({ Talk: required(readDuration), Queue: section({ Name: optional(readId) }) }),
  Parts: list({ Kind: required(readId) }),
});

const faultsOf = (record: unknown) => {
  const result = read(record);
  return 'faults' in result
    ? result.faults.map(({ column, value, reason }) => [column, value, reason.key])
    : 'no fault';
};

describe('a record with records in it', () => {
  it('has null and nothing where a part is missing', () => {
    const values = { ContactId: '7', Agent: null, Parts: [] };
    expect(read({ ContactId: 7 })).toEqual({ values });
    expect(read({ ContactId: '7', Agent: null, Parts: null, Other: { deep: [] } })).toEqual({ values });
    expect(read({ ContactId: '7', Agent: '' })).toEqual({ values });
  });

  it('is found under its names in any capitals and punctuation', () => {
    const values = { ContactId: '7', Agent: { Talk: 5_000, Queue: { Name: 'q' } }, Parts: [{ Kind: 'a' }] };
    expect(read({ contact_id: 7, agent: { TALK: '5', queue: { name: 'q' } }, parts: [{ kind: 'a' }] })).toEqual({
      values,
    });
    expect(read({ contactid: 'no', ContactId: '7' })).toEqual({ values: { ContactId: '7', Agent: null, Parts: [] } });
  });

  it('names a fault by its path', () => {
    expect(faultsOf({ agent: { talk: 'long' }, parts: [{ kind: 'a' }, {}, 3] })).toEqual([
      ['ContactId', null, 'rejects.empty'],
      ['Agent.Talk', 'long', 'rejects.not_seconds'],
      ['Parts[1].Kind', null, 'rejects.empty'],
      ['Parts[2]', '3', 'rejects.not_an_object'],
    ]);
    expect(faultsOf({ ContactId: { a: 1 }, Agent: 'x', Parts: {} })).toEqual([
      ['ContactId', null, 'rejects.not_one_value'],
      ['Agent', 'x', 'rejects.not_an_object'],
      ['Parts', null, 'rejects.not_a_list'],
    ]);
    for (const record of [null, 3, 'text', [], true]) expect(faultsOf(record)[0]?.[0]).toBeNull();
  });

  it('is never anything but values or faults', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (record) => {
        expect(['values', 'faults']).toContain(Object.keys(read(record))[0]);
      }),
    );
  });
});

describe('readDuration', () => {
  it.each([
    ['0', 0],
    ['46', 46_000],
    ['12.4110001', 12_411],
    ['0.30000000000000004', 300],
    ['1.1368683772161603e-13', 0],
    ['00:03:48', 228_000],
    ['00:00:00.235', 235],
    ['0:01:50.5000000', 110_500],
    ['0.02:03:04', 7_384_000],
    ['00d 00h 03m 48s', 228_000],
    ['3m 48s', 228_000],
    ['1h', 3_600_000],
    ['86400', 86_400_000],
  ])('reads %s', (text, ms) => expect(readDuration(text)).toBe(ms));

  it.each(['-3', '', ' ', 'abc', '1:2', '86400.001', '2.00:00:00', 'NaN', 'Infinity', '1e5', '5x', 'd', '12,5'])(
    'refuses %j',
    (text) => expect(readDuration(text)).toHaveProperty('fault'),
  );

  it('reads back every number of whole ms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
        expect(readDuration(String(ms / 1000))).toBe(ms);
      }),
    );
  });
});

it('readMilliseconds reads whole ms, of any decimals', () => {
  expect([readMilliseconds('12411'), readMilliseconds('12411.4')]).toEqual([12_411, 12_411]);
  for (const text of ['-1', 'x', '86400001']) expect(readMilliseconds(text)).toHaveProperty('fault');
});

describe('readMoney', () => {
  it.each([
    ['45', 45_000_000n],
    ['0.06', 60_000n],
    ['30.059999999999995', 30_060_000n],
    ['0.1234565', 123_457n],
    ['-12.5', -12_500_000n],
    ['$1,234.50', 1_234_500_000n],
    ['-$3', -3_000_000n],
    ['1e-7', 0n],
  ])('reads %s', (text, value) => expect(readMoney(text)).toBe(value));

  it.each(['', '12,5', 'abc', '1.2.3', '1e21', 'NaN', '--1', '12%'])('refuses %j', (text) =>
    expect(readMoney(text)).toHaveProperty('fault'),
  );

  it('reads every number of millionths back from its shortest text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (millionths) => {
        expect(readMoney(String(millionths / 1_000_000))).toBe(BigInt(millionths));
      }),
    );
  });
});

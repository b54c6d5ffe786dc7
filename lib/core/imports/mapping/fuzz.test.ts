import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalColumns } from '../formats/canonical/columns.ts';
import { sampleOptions } from '../samples.test-data.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { unusable } from './opened-table.test-data.ts';
import { parseMapping } from './parse.ts';
import { synonymsOf } from './proposal/synonyms.ts';
import { proposeMapping } from './propose.ts';
import { mappingReader } from './reader.ts';
import { durationUnits, type Mapping } from './schema.ts';
import { columnsOf } from './source.ts';

const names = fc.oneof(
  fc.constantFrom(
    ...canonicalColumns.flatMap((target) => synonymsOf(target).map(({ text: name }) => name)),
    '',
    '#2',
    'row',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const cells = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '-',
      'N/A',
      '0',
      '1',
      '12,5',
      '1.234,50',
      '1,234.5',
      '00:01:02',
      '1:02',
      '0.0007',
      '1e-5',
      '-3',
      '999999999999',
    ],
    ...[
      '01/02/2026',
      '2026-02-31',
      '13/13/2026 25:61',
      '2 März 2026',
      'Fri, 21 Aug 2026 09:00:06',
      '1774745990',
      '46083.5',
    ],
    ...['inbound', 'sí', 'nein', 'EUR', '€ 5', 'VENDITA', '\0', '\u202e', '🙂', '__proto__', 'x'.repeat(300)],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const table = fc
  .array(names, { maxLength: 12 })
  .chain((header) =>
    fc.tuple(fc.constant(header), fc.array(fc.array(cells, { maxLength: header.length + 2 }), { maxLength: 12 })),
  );

/** Reads rows; what is wrong with the file as a whole is told so, and nothing else is ever thrown. */
function readAll(header: string[], rows: string[][], mapping: Mapping): number {
  try {
    const reader = mappingReader(header, mapping, sampleOptions, unusable);
    return rows.filter((row, index) => {
      reader.mendable?.(row);
      const result = reader.read(row, index + 2);
      if ('faults' in result) expect(result.faults.length).toBeGreaterThan(0);
      else expect(result.call.talkMs).toBeGreaterThanOrEqual(0);
      return 'call' in result;
    }).length;
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    return 0;
  }
}

it('a proposal comes of any table, and what it reads is a call or a reject', () => {
  fc.assert(
    fc.property(table, ([header, rows]) => {
      const { mapping, questions, columns } = proposeMapping(header, rows);
      expect(columns).toHaveLength(header.length);
      const parsed = parseMapping(mapping);
      if (questions.length > 0) expect(parsed.ok).toBe(false);
      if (parsed.ok) readAll(header, rows, parsed.mapping);
    }),
    { numRuns: 500 },
  );
}, 30_000);

const from = names.map((name) => ({ from: name }));
const text = fc.oneof(
  from,
  fc.string({ maxLength: 20 }).map((template) => ({ template })),
  from.map(({ from: constant }) => ({ constant })),
);
const word = fc.record(
  { from: names, words: fc.dictionary(cells, fc.constantFrom('yes', 'sale', 'inbound', 'EUR', 'x')) },
  { requiredKeys: ['from'] },
);
const duration = fc.record({ from: names, unit: fc.constantFrom(...durationUnits) });
const format = fc.oneof(
  fc.constantFrom(
    'iso',
    'excel',
    'epoch_s',
    'epoch_ms',
    'dd/MM/yyyy',
    'd MMM',
    'yyMMdd',
    'M/d/yy h:mm a',
    "dd.MM.yyyy'T'HH:mm:ssXXX",
  ),
  fc.stringMatching(/^[dMyHhmsSaEXxz'T ./:-]{1,12}$/),
);
const written = fc.record(
  {
    decimal: fc.constantFrom('point', 'comma'),
    timezone: fc.constantFrom('Europe/Rome', 'UTC', 'nowhere'),
    columns: fc.record(
      {
        call_id: text,
        started_at: fc.record(
          { from: fc.oneof(names, fc.array(names)), format, firstYear: fc.nat(3000) },
          { requiredKeys: ['from', 'format'] },
        ),
        ...{ talk_s: duration, wait_s: duration, hold_s: duration, disposition: text, agent: text, customer_ref: text },
        ...{
          direction: word,
          answered: word,
          outcome: word,
          currency: word,
          program: word,
          vendor: word,
          revenue: from,
        },
      },
      { requiredKeys: ['call_id', 'started_at', 'talk_s'] },
    ),
    outcomes: fc.dictionary(cells, fc.constantFrom('sale', 'other')),
    leaveOut: fc.dictionary(cells, fc.string()),
  },
  { requiredKeys: ['columns'] },
);

const own = names.filter((name) => name !== '' && !/[{}]/.test(name));
const meaning = <T>(...meanings: T[]) =>
  fc.record({ from: own, words: fc.dictionary(cells, fc.constantFrom(...meanings)) }, { requiredKeys: ['from'] });
const known = fc.oneof(
  own.map((name) => ({ from: name })),
  own.map((name) => ({ template: `{${name}}-{row}` })),
);
const time = fc.record(
  { from: own, unit: fc.constantFrom(...durationUnits), unknown: fc.array(cells) },
  { requiredKeys: ['from', 'unit'] },
);
/** Mappings that have no fault, whatever their columns are called. */
const sound = fc.record(
  {
    decimal: fc.constantFrom('point', 'comma'),
    timezone: fc.constantFrom('Europe/Rome', 'UTC'),
    columns: fc.record(
      {
        call_id: known,
        started_at: fc.oneof(
          fc.record({
            from: fc.array(own, { minLength: 1, maxLength: 4 }),
            format: fc.constantFrom('iso', 'dd/MM/yyyy', 'M/d/yy h:mm a'),
          }),
          fc.record({ from: own, format: fc.constant('d MMM'), firstYear: fc.integer({ min: 1970, max: 2199 }) }),
        ),
        ...{ talk_s: time, wait_s: time, disposition: known, agent: known, customer_ref: known },
        ...{ direction: meaning('inbound'), answered: meaning('yes', 'no'), outcome: meaning('sale', 'other') },
        revenue: own.map((name) => ({ from: name })),
      },
      { requiredKeys: ['call_id', 'started_at', 'talk_s'] },
    ),
    otherwise: fc.constant('other'),
  },
  { requiredKeys: ['columns'] },
);

it('a mapping is refused with its faults, or reads any table', () => {
  fc.assert(
    fc.property(fc.oneof(sound, written), table, (mapping, [header, rows]) => {
      const parsed = parseMapping(mapping);
      if (!parsed.ok) {
        expect(parsed.issues.length).toBeGreaterThan(0);
        return;
      }
      const used = Object.values(parsed.mapping.columns).flatMap((one) => (one ? columnsOf(one) : []));
      readAll(header, rows, parsed.mapping);
      readAll([...new Set([...used, ...header])], rows, parsed.mapping);
    }),
    { numRuns: 1000 },
  );
}, 30_000);

it('a mapping without a fault is none that is refused', () => {
  fc.assert(
    fc.property(sound, (mapping) => {
      expect(parseMapping(mapping)).toMatchObject({ ok: true });
    }),
  );
});

it('anything that is no mapping is refused', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(parseMapping(anything).ok).toBe(false);
    }),
  );
});

it('a wide and long table is looked at without a hang', () => {
  const header = Array.from({ length: 2000 }, (_, index) => `duration ${index}`);
  const rows = Array.from({ length: 3000 }, (_, row) =>
    header.map((_name, column) => String((row * 31 + column) % 900)),
  );
  expect(proposeMapping(header, rows).columns).toHaveLength(2000);
}, 20_000);

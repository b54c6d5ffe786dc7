import { type Fault, isFault } from '../cells/fault.ts';
import type { KnownProgram } from '../formats/canonical/schema.ts';
import type { ImportOptions } from '../import-options.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { fold } from '../vendor-words.ts';
import { type EndingReader, endingReader } from './ending.ts';
import { type Field, faultOf, needed, type Reading, take } from './field.ts';
import type { Fields } from './fields.ts';
import type { Mapping } from './schema.ts';

/** A declared vendor, able to say what its words for programs and for the end of a call mean under a mapping. */
type MappedVendor = { code: string; ending: EndingReader; programOf: (word: string) => string | undefined };

/** Whose call a row is; null = it does not say, which is then one of the faults. */
export type Origin = { vendor: MappedVendor | null; program: KnownProgram | null };

const unknownVendor: Fault = { fault: { key: 'rejects.unknown_vendor' } };
const unknownProgram: Fault = { fault: { key: 'rejects.unknown_program' } };

/** What a file does not say of its calls must come with the import, and what it always says must have been declared. */
function checkOrigin({ columns }: Mapping, { vendor, vendors, program, programs }: ImportOptions, unusable: Unusable) {
  const constant = (written: Mapping['columns']['vendor']) =>
    written && 'constant' in written ? written.constant : undefined;
  const [ownVendor, ownProgram] = [constant(columns.vendor), constant(columns.program)];
  if (vendor === null && columns.vendor === undefined) throw unusable({ key: 'files.no_vendor' }, { column: 'vendor' });
  if (program === null && columns.program === undefined && !programs.has('default'))
    throw unusable({ key: 'files.no_program' }, { column: 'program' });
  if (ownVendor !== undefined && !vendors.has(ownVendor))
    throw unusable({ key: 'files.unknown_vendor' }, { column: 'vendor', value: ownVendor });
  if (ownProgram !== undefined && !programs.has(ownProgram))
    throw unusable({ key: 'files.unknown_program' }, { column: 'program', value: ownProgram });
}

function mappedVendors(mapping: Mapping, { vendors }: ImportOptions): ReadonlyMap<string, MappedVendor> {
  return new Map(
    [...vendors].map(([code, words]) => {
      const programs = new Map([...words.programs].map(([word, program]) => [fold(word), program]));
      return [
        code,
        { code, ending: endingReader(mapping, code, words), programOf: (word) => programs.get(fold(word)) },
      ];
    }),
  );
}

type Meant<T> = { otherwise: string | null; known: (text: string) => T | Fault };

/** What a field names, of what is declared; where its cell is empty, what the import names. */
function meant<T>(field: Field<string>, reading: Reading, { otherwise, known }: Meant<T>): T | null {
  const before = reading.faults.length;
  const text = otherwise === null ? needed(field, reading) : (take(field, reading) ?? otherwise);
  if (text === null || reading.faults.length > before) return null;
  const found = known(text);
  if (!isFault(found)) return found;
  const fault = faultOf(field, reading, found.fault);
  reading.faults.push({ ...fault, value: fault.value ?? text });
  return null;
}

/** Makes the reader of whose call a row is: of the vendor and program that it names, else of the import's. */
export function originReader(
  mapping: Mapping,
  fields: Pick<Fields, 'vendor' | 'program'>,
  { options, unusable }: { options: ImportOptions; unusable: Unusable },
): (reading: Reading) => Origin {
  checkOrigin(mapping, options, unusable);
  const { vendor: asked, program: otherwise } = options;
  const vendors = mappedVendors(mapping, options);
  const programs = new Map([...options.programs].map(([code, rules]) => [code, { code, ...rules }]));
  const another: Fault = { fault: { key: 'rejects.another_vendor', values: { vendor: asked ?? '' } } };
  const vendorOf = (code: string) =>
    asked !== null && code !== asked ? another : (vendors.get(code) ?? unknownVendor);
  return (reading) => {
    const vendor = meant(fields.vendor, reading, { otherwise: asked, known: vendorOf });
    const programOf = (word: string): KnownProgram | Fault =>
      programs.get(word) ?? programs.get(vendor?.programOf(word) ?? '') ?? unknownProgram;
    return { vendor, program: meant(fields.program, reading, { otherwise: otherwise ?? 'default', known: programOf }) };
  };
}

import { z } from 'zod';
import { type Direction, directions } from '#calls';
import { readAmount, readCurrency } from '../../cells/amount.ts';
import { type Fault, isFault } from '../../cells/fault.ts';
import { readSeconds } from '../../cells/seconds.ts';
import { startReader } from '../../cells/started-at.ts';
import { readId, readText } from '../../cells/text.ts';
import { wordReader } from '../../cells/word.ts';
import type { ImportOptions } from '../../import-options.ts';
import { outcomeReader, readOutcome } from '../../vendor-words.ts';
import type { CanonicalColumn } from './columns.ts';

const readFlag = wordReader({ true: true, false: false, yes: true, no: false, '1': true, '0': false });
const [inbound, outbound] = directions;
const readDirection = wordReader({ [inbound]: inbound, [outbound]: outbound });

/** A trimmed cell that is not empty (an empty one is null) and that `read` can read. */
function cell<T>(read: (text: string) => T | Fault) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (!isFault(value)) return value;
    context.addIssue({ code: 'custom', params: { reason: value.fault } });
    return z.NEVER;
  });
}

/** A declared vendor that a row names, able to say what the row's words for the end of the call mean. */
export type KnownVendor = { code: string; outcomeOf: ReturnType<typeof outcomeReader> };
/** A declared program that a row names, with what it lends to rows that do not say. */
export type KnownProgram = { code: string; direction: Direction; currency: string };

/** Reader of the vendor that a row names: it must be declared, and be the import's where that names one. */
export function vendorReader({ vendor, vendors }: ImportOptions) {
  const known = new Map([...vendors].map(([code, words]) => [code, { code, outcomeOf: outcomeReader(code, words) }]));
  const another: Fault = { fault: { key: 'rejects.another_vendor', values: { vendor: vendor ?? '' } } };
  const undeclared: Fault = { fault: { key: 'rejects.unknown_vendor' } };
  return (code: string): KnownVendor | Fault => {
    if (vendor !== null && code !== vendor) return another;
    return known.get(code) ?? undeclared;
  };
}

function programReader({ programs }: ImportOptions) {
  const known = new Map([...programs].map(([code, program]) => [code, { code, ...program }]));
  const undeclared: Fault = { fault: { key: 'rejects.unknown_program' } };
  return (code: string): KnownProgram | Fault => known.get(code) ?? undeclared;
}

function cells(options: ImportOptions) {
  const seconds = cell(readSeconds);
  const text = cell(readText).nullable();
  return {
    call_id: cell(readId),
    vendor: cell(vendorReader(options)),
    program: cell(programReader(options)),
    call_type: text,
    direction: cell(readDirection).nullable(),
    started_at: cell(startReader(options.timezone)),
    wait_s: seconds.nullable(),
    talk_s: seconds,
    hold_s: seconds.nullable(),
    wrap_s: seconds.nullable(),
    answered: cell(readFlag).nullable(),
    disposition: text,
    outcome: cell(readOutcome).nullable(),
    agent: text,
    customer_ref: text,
    revenue: cell(readAmount).nullable(),
    currency: cell(readCurrency).nullable(),
  } satisfies Record<CanonicalColumn, z.ZodType>;
}

type Cells = z.output<z.ZodObject<ReturnType<typeof cells>>>;
type Always = 'call_id' | 'vendor' | 'program' | 'started_at' | 'talk_s';

/** A row of the canonical log, read; columns that the file lacks are absent. */
export type CanonicalRow = Pick<Cells, Always> & Partial<Omit<Cells, Always>>;

/**
 * The schema of one file's rows. It names only the columns that are there, since one that is absent then costs nothing,
 * and is compiled, which makes it about three times as fast: it reads every row of every file.
 */
export function rowSchema(columns: readonly CanonicalColumn[], options: ImportOptions) {
  const all: Record<CanonicalColumn, z.ZodType> = cells(options);
  const shape = Object.fromEntries(columns.map((column) => [column, all[column]]));
  return z.compile(z.object(shape)) as unknown as z.ZodType<CanonicalRow>;
}

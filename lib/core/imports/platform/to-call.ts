import type { Call, CallDetails, Outcome } from '#calls';
import { type Fault, isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import type { ImportOptions, ProgramRules } from '../import-options.ts';
import type { RowFault, RowResult } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { fold, meaningReader, readOutcome, type VendorWords } from '../vendor-words.ts';
import type { LegTimes, PlatformCall } from './platform-format.ts';
import { callFaults } from './sound-call.ts';

/** What a call came to, and whether nobody has explained its disposition: then it is `other`. */
type Meaning = { outcome: Outcome; unexplained: boolean };

/** A call made of a platform's, or its faults; `unexplained` = its disposition, where nobody said what it means. */
export type MadeCall = RowResult & { unexplained?: string };

type KnownProgram = ProgramRules & { code: string };

/** Talk, hold and wrap of a call: of all its agents, or of the last one. A part that any leg lacks is unknown. */
function timesOf(legs: readonly LegTimes[], { transferTime }: ProgramRules): LegTimes {
  const counted = transferTime === 'last_leg' ? legs.slice(-1) : legs;
  const sum = (part: 'holdMs' | 'wrapMs') =>
    counted.reduce<number | null>((all, leg) => {
      const ms = leg[part];
      return all === null || ms === null ? null : all + ms;
    }, 0);
  return { talkMs: counted.reduce((all, { talkMs }) => all + talkMs, 0), holdMs: sum('holdMs'), wrapMs: sum('wrapMs') };
}

/** Reader of the program that a queue is of: as the vendor's words say, else itself, else the import's, else `default`. */
function programReader(words: VendorWords, { program, programs }: ImportOptions) {
  const queues = new Map([...words.programs].map(([word, code]) => [fold(word), code]));
  const unknown: Fault = { fault: { key: 'rejects.unknown_queue' } };
  return (queue: string | null): KnownProgram | Fault => {
    const named = queue === null ? undefined : (queues.get(fold(queue)) ?? (programs.has(queue) ? queue : undefined));
    const code = named ?? program ?? 'default';
    const rules = programs.get(code);
    return rules ? { ...rules, code } : unknown;
  };
}

/** Reader of what a call came to: as the vendor says, else the platform, else its own status words, else unexplained. */
function endingReader(words: VendorWords, own: ReadonlyMap<string, Outcome>) {
  const meaningOf = meaningReader(words);
  const meant = (outcome: Outcome): Meaning => ({ outcome, unexplained: false });
  return ({ disposition, outcome }: PlatformCall): Meaning | Fault => {
    if (disposition === null) return meant(outcome ?? 'other');
    const declared = meaningOf(disposition);
    if (isFault(declared)) return declared;
    const known = declared ?? outcome ?? own.get(fold(disposition));
    if (known !== undefined) return meant(known);
    const trade = readOutcome(disposition);
    return isFault(trade) ? { outcome: 'other', unexplained: true } : meant(trade);
  };
}

/** Details as they may be kept: their texts are no longer than others. */
function kept(details: CallDetails | null): CallDetails | null {
  if (details === null) return null;
  const entries = Object.entries(details);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? (shown(value) ?? '') : value]),
  );
}

/**
 * Maker of calls from a platform's, for one vendor.
 * - The queue gives the program: as the vendor's words say, else where it is itself a program's code, else the import's,
 *   else `default`. It is the call's type too.
 * - Outcome: a disposition declared as left out is a reject; else what the vendor's map says of it; else what the
 *   platform knows; else what its own status words mean; else `other`, and the disposition is told as unexplained.
 */
export function platformCallMapper(words: ReadonlyMap<string, Outcome>, options: ImportOptions, unusable: Unusable) {
  const { vendor, vendors, hashCustomer } = options;
  if (vendor === null) throw unusable({ key: 'files.platform_needs_vendor' });
  const own = vendors.get(vendor) ?? { outcomeMap: new Map(), leaveOut: new Map(), programs: new Map() };
  const programOf = programReader(own, options);
  const endingOf = endingReader(own, words);
  return (source: PlatformCall): MadeCall => {
    const { queue, disposition, customer, legs, repeatedHour = false, ...rest } = source;
    const program = programOf(queue);
    const ending = endingOf(source);
    const faults: RowFault[] = [
      ...(isFault(program) ? [{ column: 'program', value: shown(queue), reason: program.fault }] : []),
      ...(isFault(ending) ? [{ column: 'disposition', value: shown(disposition), reason: ending.fault }] : []),
    ];
    if (isFault(program) || isFault(ending)) return { faults };
    const times = timesOf(legs, program);
    const unsound = callFaults(source, times);
    if (unsound.length > 0) return { faults: unsound };
    const call: Call = {
      ...rest,
      vendor,
      program: program.code,
      callType: shown(queue),
      direction: source.direction ?? program.direction,
      ...times,
      disposition: shown(disposition),
      outcome: ending.outcome,
      agent: shown(source.agent),
      customerRef: customer === null ? null : hashCustomer(customer),
      currency: source.currency ?? program.currency,
      details: kept(source.details),
    };
    const made = { call, repeatedHour };
    return ending.unexplained && disposition !== null ? { ...made, unexplained: disposition } : made;
  };
}

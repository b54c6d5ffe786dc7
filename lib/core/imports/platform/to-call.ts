import type { Call, Outcome } from '#calls';
import { type Fault, isFault } from '../cells/fault.ts';
import { shown } from '../cells/shown.ts';
import type { ImportOptions, ProgramRules } from '../import-options.ts';
import type { RowFault, RowResult } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { fold, meaningReader, readOutcome, type VendorWords } from '../vendor-words.ts';
import type { LegTimes, PlatformCall } from './platform-format.ts';

/** What a call came to, and whether nobody has explained its disposition: then it is `other`. */
type Meaning = { outcome: Outcome; unexplained: boolean };

/** A call made of a platform's, or its faults; `unexplained` = its disposition, where nobody said what it means. */
export type MadeCall = RowResult & { unexplained?: string };

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

/**
 * Maker of calls from a platform's, for one vendor.
 * - The queue gives the program: as the vendor's words say, else where it is itself a program's code, else the import's,
 *   else `default`. It is the call's type too.
 * - Outcome: a disposition declared as left out is a reject; else what the vendor's map says of it; else what the
 *   platform knows; else what its own status words mean; else `other`, and the disposition is told as unexplained.
 */
export function platformCallMapper(words: ReadonlyMap<string, Outcome>, options: ImportOptions, unusable: Unusable) {
  const { vendor, program: asked, programs, hashCustomer } = options;
  if (vendor === null) throw unusable({ key: 'files.platform_needs_vendor' });
  const own: VendorWords = options.vendors.get(vendor) ?? {
    outcomeMap: new Map(),
    leaveOut: new Map(),
    programs: new Map(),
  };
  const queues = new Map([...own.programs].map(([word, code]) => [fold(word), code]));
  const meaningOf = meaningReader(own);

  const programOf = (queue: string | null): string | Fault => {
    if (queue !== null) {
      const named = queues.get(fold(queue)) ?? (programs.has(queue) ? queue : undefined);
      if (named !== undefined) return named;
    }
    const otherwise = asked ?? 'default';
    return programs.has(otherwise) ? otherwise : { fault: { key: 'rejects.unknown_queue' } };
  };

  const outcomeOf = ({ disposition, outcome }: PlatformCall): Meaning | Fault => {
    const declared = disposition === null ? null : meaningOf(disposition);
    if (isFault(declared)) return declared;
    const known = declared ?? outcome ?? (disposition === null ? null : (words.get(fold(disposition)) ?? null));
    if (known !== null) return { outcome: known, unexplained: false };
    const trade = disposition === null ? 'other' : readOutcome(disposition);
    return isFault(trade) ? { outcome: 'other', unexplained: true } : { outcome: trade, unexplained: false };
  };

  return (source: PlatformCall): MadeCall => {
    const program = programOf(source.queue);
    const meaning = outcomeOf(source);
    const faults: RowFault[] = [
      ...(isFault(program) ? [{ column: 'program', value: shown(source.queue), reason: program.fault }] : []),
      ...(isFault(meaning) ? [{ column: 'disposition', value: shown(source.disposition), reason: meaning.fault }] : []),
    ];
    if (isFault(program) || isFault(meaning)) return { faults };
    const rules = programs.get(program);
    if (!rules) throw new Error(`no program ${program}`);
    const { callId, legOf, queue, startedAt, waitMs, answered, disposition, agent, customer, revenue, details } =
      source;
    const call: Call = {
      callId,
      vendor,
      program,
      callType: queue,
      direction: source.direction ?? rules.direction,
      startedAt,
      waitMs,
      ...timesOf(source.legs, rules),
      answered,
      disposition,
      outcome: meaning.outcome,
      agent,
      customerRef: customer === null ? null : hashCustomer(customer),
      revenue,
      currency: source.currency ?? rules.currency,
      legOf,
      details,
    };
    const made = { call, repeatedHour: source.repeatedHour ?? false };
    return meaning.unexplained && disposition !== null ? { ...made, unexplained: disposition } : made;
  };
}

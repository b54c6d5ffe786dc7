import type { Text } from '#format';
import { type ProgramMaturing, type StillMaturing, stillMaturing } from '#revenue';
import type { Period } from '#time';
import { day, share } from '../cells.ts';
import { type Names, programName } from '../names.ts';

/** What is known of later revenue, of the programs that a report is about. */
export type LaterRevenue = {
  maturing: readonly ProgramMaturing[];
  /** Programs whose events change their own day. */
  ownDay: readonly string[];
};

/** Less than this of revenue is not worth a word. */
const WORTH_SAYING = 0.005;

/** From when on revenue of a period is still maturing and how much usually comes; of money on days of its own, that it is so. */
export function maturingNotes(later: LaterRevenue | undefined, period: Period, names: Names): Text[] {
  if (!later) return [];
  const programs = [...new Set(later.maturing.map(({ program }) => program))];
  return programs.flatMap((code): Text[] => {
    const program = programName(names, code);
    if (later.ownDay.includes(code)) return [{ key: 'notes.ownDay', values: { program } }];
    // Of several currencies the one with most events.
    const own = later.maturing.find((other) => other.program === code);
    if (!own?.maturing) return [{ key: 'notes.maturingUnknown', values: { program } }];
    const still = stillMaturing(own.maturing, own.knownTo, period);
    return still ? [stillText(still, program)] : [];
  });
}

function stillText({ since, days, incoming, outgoing }: StillMaturing, program: ReturnType<typeof programName>): Text {
  const values = { program, since: day(since), days, incoming: share(incoming), outgoing: share(outgoing) };
  if (outgoing < WORTH_SAYING) return { key: 'notes.maturingComes', values };
  return { key: incoming < WORTH_SAYING ? 'notes.maturingGoes' : 'notes.maturingBoth', values };
}

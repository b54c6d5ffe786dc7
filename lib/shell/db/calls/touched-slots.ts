import type { Db } from '../database.ts';
import type { Ids } from '../rollup/spans.ts';
import type { DeliveredCall } from './copy-calls.ts';

/** Every zone's day begins at a whole quarter of an hour of UTC. */
const SLOT_MS = 900_000;

/** The quarters of an hour in which calls began, by vendor and program. */
export type Slots = Map<string, Map<string, Set<number>>>;

function slotsOf(slots: Slots, vendor: string, program: string): Set<number> {
  const ofVendor = slots.get(vendor) ?? new Map<string, Set<number>>();
  slots.set(vendor, ofVendor);
  const own = ofVendor.get(program) ?? new Set<number>();
  ofVendor.set(program, own);
  return own;
}

/** Adds the quarters of an hour in which calls began; those that follow each other are mostly in the same. */
export function addSlots(slots: Slots, calls: readonly DeliveredCall[]): void {
  let last = { vendor: '', program: '', slot: Number.NaN };
  for (const { call } of calls) {
    const { vendor, program, startedAt } = call;
    const slot = Math.floor(startedAt / SLOT_MS);
    if (slot === last.slot && vendor === last.vendor && program === last.program) continue;
    slotsOf(slots, vendor, program).add(slot);
    last = { vendor, program, slot };
  }
}

/** Adds the quarters of one collection to another. */
export function joinSlots(into: Slots, from: Slots): void {
  for (const [vendor, ofVendor] of from)
    for (const [program, own] of ofVendor) {
      const all = slotsOf(into, vendor, program);
      for (const slot of own) all.add(slot);
    }
}

/** Slots no further apart lie on the same day or on two that follow each other: no local day is shorter than 23 hours. */
const WITHIN_A_DAY = (23 * 3_600_000) / SLOT_MS;

/** Slots in runs between which there is a gap of a day or more, in order of time. */
function runsOf(slots: ReadonlySet<number>): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const slot of Int32Array.from(slots).sort()) {
    const run = runs.at(-1);
    if (run !== undefined && slot - run.last <= WITHIN_A_DAY) run.last = slot;
    else runs.push({ first: slot, last: slot });
  }
  return runs;
}

/** Adds the local days of calls that began in these quarters to staging_touched. */
export async function touchSlots(tx: Db, slots: Slots, { vendors, programs }: Ids): Promise<void> {
  for (const [vendor, ofVendor] of slots)
    for (const [program, own] of ofVendor) {
      const runs = runsOf(own);
      await tx.sql.execute(
        `insert into staging_touched
         select $1::int, p.id, (local.first_day + days)::date
         from program p
         cross join unnest($3::int[], $4::int[]) as run (first, last)
         cross join lateral (select (to_timestamp(first * 900::float8) at time zone p.timezone)::date as first_day,
           (to_timestamp(last * 900::float8) at time zone p.timezone)::date as last_day) local
         cross join lateral generate_series(0, local.last_day - local.first_day) as days
         where p.id = $2::int
         on conflict do nothing`,
        [vendors.get(vendor), programs.get(program), runs.map(({ first }) => first), runs.map(({ last }) => last)],
      );
    }
}

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { callLog, declare, importLog, norte, testNow, testSession } from '#testing';
import { countBatch } from './count-batch.ts';

let session: Session;

beforeAll(async () => {
  session = await testSession();
  await declare(session, norte);
});

type Made = {
  agent: string;
  start: number;
  wait: number | null;
  talk: number;
  hold: number | null;
  wrap: number;
  answered: boolean;
};

/** Few agents in a few minutes: calls overlap, and are alike, by chance. */
const made: fc.Arbitrary<Made> = fc.record({
  agent: fc.constantFrom('ana', 'eva', ''),
  start: fc.integer({ min: 0, max: 40 }).map((step) => step * 10_000),
  wait: fc.constantFrom(null, 0, 3),
  talk: fc.constantFrom(0, 12, 30),
  hold: fc.constantFrom(null, 0, 5),
  wrap: fc.constantFrom(0, 4),
  answered: fc.boolean(),
});

const FROM = Date.parse('2026-02-02T09:00:00Z');
let runs = 0;

async function imported(calls: readonly Made[]): Promise<string> {
  runs += 1;
  const rows = calls.map(({ agent, start, wait, talk, hold, wrap, answered }, index) => ({
    ...{
      call_id: `r${runs}-${String(index).padStart(3, '0')}`,
      started_at: new Date(FROM + runs * 86_400_000 + start).toISOString(),
    },
    ...{
      wait_s: wait,
      talk_s: talk,
      hold_s: hold,
      wrap_s: wrap,
      answered: String(answered),
      agent,
      outcome: 'resolved',
    },
  }));
  return (await importLog(session, callLog(rows))).batch;
}

const handle = ({ talk, hold, wrap }: Made) => (talk + (hold ?? 0) + wrap) * 1000;

/** One agent after the other, call by call: how long each call begins before all earlier ones have ended. */
function overlapsIn(calls: readonly Made[]): number[] {
  const busy = calls.filter((call) => call.agent !== '' && call.answered && handle(call) > 0);
  return ['ana', 'eva'].flatMap((agent) => {
    const own = busy
      .filter((call) => call.agent === agent)
      .map((call) => ({ from: call.start + (call.wait ?? 0) * 1000, ms: handle(call) }));
    const sorted = own.map((call, index) => ({ ...call, index })).sort((a, b) => a.from - b.from || a.index - b.index);
    let until = Number.NEGATIVE_INFINITY;
    return sorted.map(({ from, ms }) => {
      const common = Math.min(until, from + ms) - from;
      until = Math.max(until, from + ms);
      return common;
    });
  });
}

/** The sizes of groups of calls that are alike. */
function groupsIn(calls: readonly Made[]): { ids: number; ms: number }[] {
  const known = calls.filter(({ agent, talk }) => agent !== '' && talk > 0);
  const keyOf = ({ agent, start, talk, hold, wrap }: Made) => JSON.stringify([agent, start, talk, hold, wrap]);
  return [...new Set(known.map(keyOf))]
    .map((key) => known.filter((call) => keyOf(call) === key))
    .map((group) => ({ ids: group.length, ms: handle(group[0] as Made) }))
    .filter(({ ids }) => ids > 1);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('what is counted of random calls', () => {
  it('is what one finds call by call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 60 }), async (calls) => {
        const facts = await countBatch(session.database, await imported(calls), testNow);
        const overlaps = overlapsIn(calls).filter((ms) => ms > 5_000);
        expect(facts?.overlaps).toMatchObject({ calls: overlaps.length, ms: sum(overlaps) });
        const groups = groupsIn(calls);
        expect(facts?.duplicates).toMatchObject({
          groups: groups.length,
          calls: sum(groups.map(({ ids }) => ids - 1)),
          ms: sum(groups.map(({ ids, ms }) => (ids - 1) * ms)),
          stored: 0,
        });
        const handled = calls.filter(({ answered }) => answered);
        expect(facts?.reported).toMatchObject({
          handled: handled.length,
          wait: handled.filter(({ wait }) => wait !== null).length,
          hold: handled.filter(({ hold }) => hold !== null).length,
          wrap: handled.length,
        });
        expect(facts?.rules.answered_without_talk.calls).toBe(handled.filter(({ talk }) => talk === 0).length);
        expect(sum(facts?.hours.here ?? [])).toBe(calls.length);
        expect(facts?.volumes.map(({ here }) => here).filter((here) => here > 0)).toEqual([calls.length]);
      }),
      { numRuns: 30 },
    );
  });
});

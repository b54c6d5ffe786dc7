import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { readRollup, type Session } from '#db';
import { micros } from '#money';
import { rebuildRollup } from '#operations';
import { eventMatcher, type Match, type RevenueEvent } from '#revenue';
import { rollUp } from '#rollup';
import {
  anyCalls,
  anyEvents,
  anyTerms,
  byKey,
  declareAnew,
  remove,
  sessionWithDollars,
  store,
  storeEvents,
  terms,
} from '../rollup/random-calls.test-data.ts';

const session = await sessionWithDollars();

const idOf = ({ vendor, eventId }: { vendor: string | null; eventId: string }) => `${vendor} ${eventId}`;
const said = (match: Match) =>
  'call' in match ? `${match.by}: ${match.call.vendor} ${match.call.callId}` : match.unmatched;

/** What the database holds for the call of each event. */
async function storedMatches({ database }: Session): Promise<Map<string, string>> {
  const rows = await database.sql.query<{ vendor: string | null; eventId: string; said: string }>(
    `select v.code as vendor, e.event_id as "eventId",
       coalesce(e.unmatched, e.matched_by || ': ' || m.code || ' ' || e.matched_call_id) as said
     from revenue_event e left join vendor v on v.id = e.vendor_id left join vendor m on m.id = e.matched_vendor_id`,
  );
  return new Map(rows.map((row) => [idOf(row), row.said]));
}

/** Matches and roll-up are what the core makes of these calls and events, and a rebuild changes nothing of either. */
async function expectAsReference(
  calls: readonly Call[],
  events: readonly RevenueEvent[],
): Promise<Map<string, string>> {
  const { programs, versions } = await terms(session);
  const matchOf = eventMatcher(calls, programs);
  const stored = await storedMatches(session);
  expect(stored).toEqual(new Map(events.map((event) => [idOf(event), said(matchOf(event))])));
  const kept = await readRollup(session.database, {});
  expect(byKey(kept)).toEqual(byKey(rollUp(calls, programs, versions, events)));
  return stored;
}

/** Every third from a place on. */
const third = <T>(list: readonly T[], place: number) => list.filter((_, index) => index % 3 === place);

describe("the database's matching of later revenue", () => {
  it('equals the reference, whatever the calls, events and terms, and a rebuild keeps it', async () => {
    const seen = new Map<string, number>();
    let apart = 0;
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, anyEvents, async (declared, calls, events) => {
        await declareAnew(session, declared);
        await store(session, calls);
        const saved = await storeEvents(session, events);
        const stored = await expectAsReference(calls, events);
        const count = (what: string) => [...stored.values()].filter((said) => said.startsWith(what)).length;
        expect(saved).toMatchObject({ inserted: events.length, updated: 0, unchanged: 0 });
        expect(saved.byCallId).toBe(count('call_id'));
        expect(saved.unmatched.other_currency).toBe(count('other_currency'));
        for (const one of stored.values()) seen.set(one.split(':')[0]!, (seen.get(one.split(':')[0]!) ?? 0) + 1);
        const kept = await readRollup(session.database, {});
        apart += kept.filter((row) => row.calls === 0).length;
        await rebuildRollup(session);
        expect(await readRollup(session.database, {})).toEqual(kept);
        expect(await storedMatches(session)).toEqual(stored);
      }),
      { numRuns: 20, endOnFailure: true },
    );
    // Else the property would prove little.
    for (const way of ['call_id', 'last_touch', 'no_such_call', 'no_call_of_customer', 'other_currency'])
      expect(seen.get(way)).toBeGreaterThan(20);
    expect(apart).toBeGreaterThan(20);
  });

  it('depends on nothing but what is stored: in any order, corrected, taken away and brought again', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTerms,
        anyCalls,
        anyCalls,
        anyEvents,
        anyEvents,
        async (declared, calls, others, events, corrections) => {
          await declareAnew(session, declared);
          await storeEvents(session, third(events, 0));
          await store(session, third(calls, 0));
          await storeEvents(session, third(events, 1));
          // Ids are the vendor's own, so a changed call stays with its vendor.
          const changed = third(calls, 0).map((call, index) => ({
            ...others[index]!,
            callId: call.callId,
            vendor: call.vendor,
          }));
          await store(session, [...third(calls, 1), ...changed]);
          await storeEvents(session, third(events, 2));
          const corrected = events.map((event, index) =>
            index % 4 === 0 ? { ...corrections[index]!, eventId: event.eventId, vendor: event.vendor } : event,
          );
          await expectAsReference([...third(calls, 1), ...changed], events);
          await storeEvents(session, corrected);
          await store(session, third(calls, 2));
          await expectAsReference([...third(calls, 1), ...changed, ...third(calls, 2)], corrected);
          await remove(session, third(calls, 1));
          await expectAsReference([...changed, ...third(calls, 2)], corrected);
          await store(session, third(calls, 1));
          await expectAsReference([...changed, ...third(calls, 2), ...third(calls, 1)], corrected);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('takes an event from the call of a leg that is gone, though the call lies on another day', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, anyEvents, async (declared, [first], [some]) => {
        const call = { ...first!, legOf: null };
        const leg = {
          ...call,
          callId: `${call.callId}-leg`,
          legOf: call.callId,
          startedAt: call.startedAt + 3 * 86_400_000,
        };
        const event = { ...some!, vendor: call.vendor, callId: leg.callId, currency: call.currency };
        await declareAnew(session, declared);
        await store(session, [call, leg]);
        await storeEvents(session, [event]);
        expect([...(await expectAsReference([call, leg], [event])).values()]).toEqual([
          `call_id: ${call.vendor} ${call.callId}`,
        ]);
        await remove(session, [leg]);
        expect([...(await expectAsReference([call], [event])).values()]).toEqual(['no_such_call']);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('leaves everything as it is where the same events come again', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, anyEvents, async (declared, calls, events) => {
        await declareAnew(session, declared);
        await store(session, calls);
        await storeEvents(session, events);
        const before = await readRollup(session.database, {});
        expect(await storeEvents(session, events)).toMatchObject({ inserted: 0, updated: 0, unchanged: 60, days: 0 });
        const [first, ...others] = events;
        const other = { ...first!, amount: micros(first!.amount * 2n + (first!.amount < 0n ? -1n : 1n)) };
        expect(await storeEvents(session, [other, ...others])).toMatchObject({
          inserted: 0,
          updated: 1,
          unchanged: 59,
        });
        await storeEvents(session, events);
        expect(await readRollup(session.database, {})).toEqual(before);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

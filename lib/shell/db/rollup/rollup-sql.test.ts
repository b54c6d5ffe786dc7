import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractOn } from '#contracts';
import { findCall, readRollup } from '#db';
import { rebuildRollup } from '#operations';
import { rollUp } from '#rollup';
import { localDay } from '#time';
import { callView } from '#views';
import { anyCalls, anyTerms, byKey, declareAnew, sessionWithDollars, store, terms } from './random-calls.test-data.ts';

const session = await sessionWithDollars();

describe("the database's roll-up", () => {
  it('equals the reference row for row, whatever the calls and contracts', async () => {
    const rateClasses = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, async (declared, calls) => {
        await declareAnew(session, declared);
        await store(session, calls);
        const { programs, versions } = await terms(session);
        const kept = await readRollup(session.database, {});
        const expected = rollUp(calls, programs, versions);
        expect(kept).toHaveLength(expected.length);
        expect(byKey(kept)).toEqual(byKey(expected));
        for (const { rateClass } of kept) rateClasses.add(rateClass);
        await rebuildRollup(session);
        expect(await readRollup(session.database, {})).toEqual(kept);
      }),
      { numRuns: 30, endOnFailure: true },
    );
    // Else the windows of the property would prove nothing.
    expect([...rateClasses]).toEqual(expect.arrayContaining(['standard', 'w0', 'w1']));
  });

  it('is the same whichever of two logs comes first, though calls of one make repeats of calls of the other', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, fc.nat(), async (declared, calls, seed) => {
        const first = calls.filter((_, index) => (index * 7919 + seed) % 3 === 0);
        const second = calls.filter((call) => !first.includes(call));
        await declareAnew(session, declared);
        await store(session, first);
        await store(session, second);
        const { programs, versions } = await terms(session);
        expect(byKey(await readRollup(session.database, {}))).toEqual(byKey(rollUp(calls, programs, versions)));
        const billed = (rows: { billedCalls: number }[]) => rows.reduce((sum, row) => sum + row.billedCalls, 0);
        const apart = [first, second].map((own) => billed(rollUp(own, programs, versions)));
        if (apart.reduce((sum, count) => sum + count, 0) !== billed(rollUp(calls, programs, versions))) moved += 1;
        await session.database.sql.execute('truncate call, call_rollup');
        await store(session, second);
        await store(session, first);
        expect(byKey(await readRollup(session.database, {}))).toEqual(byKey(rollUp(calls, programs, versions)));
      }),
      { numRuns: 15, endOnFailure: true },
    );
    // Else no log would have made repeats of the other's calls.
    expect(moved).toBeGreaterThan(5);
  });

  it('gives every stored call back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, async (declared, calls) => {
        await declareAnew(session, declared);
        await store(session, calls);
        for (const call of calls.slice(0, 20))
          expect((await findCall(session.database, call.vendor, call.callId))?.call).toEqual(call);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('takes the version that contractOn names, for each call', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, async (declared, calls) => {
        // One zone for all contracts: contractOn is asked for a local day, and knows no zones.
        const contracts = declared.contracts.map((own) => ({ ...own, timezone: 'Europe/Madrid' }));
        await declareAnew(session, { ...declared, contracts });
        await store(session, calls);
        const { versions } = await terms(session);
        for (const { vendor: code, callId, program: own, startedAt } of calls.slice(0, 15)) {
          const view = await callView(session, code, callId);
          const day = localDay(startedAt, 'Europe/Madrid');
          expect(view?.contract?.id ?? null).toBe(contractOn(versions, code, own, day)?.id ?? null);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

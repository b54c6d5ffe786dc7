import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '#contracts';
import { readRollup, rerate } from '#db';
import { rollUp } from '#rollup';
import { parseDay } from '#time';
import {
  anyCalls,
  anyEvents,
  anyTerms,
  byKey,
  declareAnew,
  sessionWithDollars,
  store,
  storeEvents,
  terms,
} from './random-calls.test-data.ts';

const session = await sessionWithDollars();
const { database } = session;

const period = { from: parseDay('2025-10-26'), to: parseDay('2026-01-15') };
const inPeriod = ({ day }: { day: string }) => day >= period.from && day < period.to;

describe('re-rating', () => {
  it("under the stored versions is the stored roll-up of the vendor's days", async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, anyEvents, fc.boolean(), async (declared, calls, events, withHistograms) => {
        await declareAnew(session, declared);
        await store(session, calls);
        await storeEvents(session, events);
        const { versions } = await terms(session);
        for (const scope of [{ vendor: 'north' }, { vendor: 'south', program: 'p1' }]) {
          const rows = await rerate(database, { ...scope, period, versions, withHistograms });
          const kept = { ...scope, ...period, withoutHistograms: !withHistograms };
          expect(rows).toEqual(await readRollup(database, kept));
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('under other versions is the reference roll-up under them, and changes nothing that is stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyTerms, anyTerms, anyCalls, anyEvents, async (declared, { contracts }, calls, events) => {
        await declareAnew(session, declared);
        await store(session, calls);
        await storeEvents(session, events);
        const kept = await readRollup(database, {});
        const { programs } = await terms(session);
        const versions = contracts.map((own, index) => ({ ...contract.parse(own), id: `proposed ${index}` }));
        const rows = await rerate(database, { vendor: 'north', period, versions, withHistograms: true });
        const all = rollUp(calls, programs, versions, events);
        const expected = all.filter((row) => row.vendor === 'north' && inPeriod(row));
        expect(byKey(rows)).toEqual(byKey(expected));
        expect(await readRollup(database, {})).toEqual(kept);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('of a vendor without calls, or under no terms, has no rows or no contract', async () => {
    const versions = (await terms(session)).versions;
    expect(await rerate(database, { vendor: 'nobody', period, versions })).toEqual([]);
    const rows = await rerate(database, { vendor: 'north', period, versions: [] });
    expect(new Set(rows.map((row) => row.contractId))).toEqual(new Set([null]));
    expect(rows.every((row) => row.billedCalls === 0 && row.rateClass === 'standard')).toBe(true);
  });
});

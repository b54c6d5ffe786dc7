import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { contractSpans } from '#contracts';
import { type CallFilter, countCalls, eachCalls, type ListedCall, listCalls } from '#db';
import { previousBillable, rate } from '#rating';
import { localDay, parseDay } from '#time';
import { anyCalls, anyTerms, declareAnew, sessionWithDollars, store, terms } from '../rollup/random-calls.test-data.ts';

const session = await sessionWithDollars();
const { database } = session;
const everything: CallFilter = { period: { from: parseDay('2025-09-01'), to: parseDay('2026-06-01') } };

/** What the core makes of every call, in the order of the list (vendors are declared in the order of their names). */
async function expectedOf(calls: readonly Call[]): Promise<(ListedCall & { day: string })[]> {
  const { programs, versions } = await terms(session);
  const versionAt = ({ vendor, program, startedAt }: Call) => {
    const span = contractSpans(versions, vendor, program).find(({ from, to }) => from <= startedAt && startedAt < to);
    return versions.find(({ id }) => id === span?.contractId) ?? null;
  };
  const previous = previousBillable(calls, versionAt);
  return calls
    .map((own) => {
      const { customerRef: _, ...call } = own;
      const version = versionAt(own);
      const rated = version && rate(own, version, previous.get(own));
      return {
        call,
        contractId: version?.id ?? null,
        rateClass: rated?.rateClass ?? 'standard',
        billed: rated?.billable ?? false,
        billedSeconds: rated?.billedSeconds ?? 0,
        exclusion: call.legOf !== null ? 'leg' : (rated?.exclusion ?? null),
        day: localDay(own.startedAt, programs.get(own.program)?.timezone ?? ''),
      };
    })
    .sort(({ call: a }, { call: b }) => {
      if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
      return `${a.vendor} ${a.callId}` < `${b.vendor} ${b.callId}` ? -1 : 1;
    });
}

const withoutDay = ({ day: _, ...listed }: ListedCall & { day: string }): ListedCall => listed;

async function allOf(filter: CallFilter, size: number): Promise<ListedCall[]> {
  const found: ListedCall[] = [];
  for await (const calls of eachCalls(database, filter, { size })) found.push(...calls);
  return found;
}

const totalsOf = (listed: readonly ListedCall[]) => ({
  calls: listed.length,
  billedCalls: listed.filter(({ billed }) => billed).length,
  billedSeconds: listed.reduce((sum, { billedSeconds }) => sum + billedSeconds, 0),
});

const isContact = ({ call }: ListedCall) =>
  call.answered && call.outcome !== 'no_contact' && call.outcome !== 'bad_number';

/** Filters with what they say of a call, in the terms of the core. */
const anyFilter = fc.constantFrom<[Partial<CallFilter>, (listed: ListedCall & { day: string }) => boolean]>(
  [{}, () => true],
  [{ vendor: 'south' }, ({ call }) => call.vendor === 'south'],
  [{ vendor: 'nobody' }, () => false],
  [{ program: 'p2', billed: true }, ({ call, billed }) => call.program === 'p2' && billed],
  [{ billed: false }, ({ billed }) => !billed],
  [{ rateClass: 'w0' }, ({ rateClass }) => rateClass === 'w0'],
  [{ outcome: 'sale', callType: 'new' }, ({ call }) => call.outcome === 'sale' && call.callType === 'new'],
  [{ callType: '' }, ({ call }) => call.callType === null],
  [{ state: 'handled' }, ({ call }) => call.answered],
  [{ state: 'contact' }, isContact],
  [{ withRevenue: true }, ({ call }) => call.revenue !== null],
  [
    { period: { from: parseDay('2025-10-26'), to: parseDay('2026-01-01') } },
    ({ day }) => day >= '2025-10-26' && day < '2026-01-01',
  ],
);

describe('the list of calls', () => {
  it('has every call of a filter once, in order, rated as the core rates it, whatever the size of its batches', async () => {
    const exclusions = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(
        anyTerms,
        anyCalls,
        fc.array(anyFilter, { minLength: 3, maxLength: 3 }),
        async (declared, calls, filters) => {
          await declareAnew(session, declared);
          await store(session, calls);
          const expected = await expectedOf(calls);
          expect(await allOf(everything, 70)).toEqual(expected.map(withoutDay));
          for (const { exclusion } of expected) exclusions.add(exclusion);
          for (const [asked, holds] of filters) {
            const filter = { ...everything, ...asked };
            const own = expected.filter(holds).map(withoutDay);
            expect(await allOf(filter, 7)).toEqual(own);
            expect(await countCalls(database, filter)).toEqual(totalsOf(own.filter(({ call }) => call.legOf === null)));
          }
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
    expect(exclusions).toEqual(
      new Set([null, 'leg', 'not_in_billable_state', 'shorter_than_minimum', 'repeat_within_hours']),
    );
  });

  it('is read page by page, forwards and backwards, with calls of the same millisecond in it', async () => {
    const same = fc.array(fc.constantFrom(0, 0, 1), { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anyTerms, anyCalls, same, fc.integer({ min: 1, max: 60 }), async (declared, some, at, take) => {
        const calls = some.map((call, index) => ({
          ...call,
          startedAt: call.startedAt - (call.startedAt % 3_600_000) + (at[index] ?? 0),
        }));
        await declareAnew(session, declared);
        await store(session, calls);
        const expected = (await expectedOf(calls)).map(withoutDay);
        const first = await listCalls(database, everything, { take });
        expect(first).toEqual({ calls: expected.slice(0, take), more: expected.length > take });
        const middle = expected[100];
        const next = await listCalls(database, everything, { take, after: middle?.call });
        expect(next).toEqual({ calls: expected.slice(101, 101 + take), more: 101 + take < 200 });
        const before = await listCalls(database, everything, { take, before: middle?.call });
        expect(before).toEqual({ calls: expected.slice(Math.max(0, 100 - take), 100), more: take < 100 });
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agent, at, callOf, contact, read, second } from './contacts.test-data.ts';

describe('a contact that is delivered again', () => {
  const states = [1, 2, 3].map((minute) =>
    contact({ LastUpdateTimestamp: at(`09:0${minute}:00`), Agent: agent({ AfterContactWorkDuration: minute }) }),
  );

  it('counts once, in its newest state, in whatever order it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(states, { minLength: 3 }), async (shuffled) => {
        const { calls } = await read(shuffled);
        expect(calls).toHaveLength(1);
        expect(calls[0]?.call).toMatchObject({ wrapMs: 3_000, details: { source_records: 3 } });
      }),
      { numRuns: 12 },
    );
  });

  it('counts as it came last where its states are equally new, or do not say', async () => {
    const same = states.map((record) => ({ ...record, LastUpdateTimestamp: at('09:09:00') }));
    expect(await callOf(...same)).toMatchObject({ wrapMs: 3_000 });
    expect(await callOf(...states.map(({ LastUpdateTimestamp: _, ...record }) => record))).toMatchObject({
      wrapMs: 3_000,
    });
  });
});

describe('a transfer', () => {
  const first = contact({ NextContactId: 'c-2' });

  it('joins contacts into one call under the first id, whatever their order: agents as legs, the first wait', async () => {
    for (const records of [
      [first, second()],
      [second(), first],
    ]) {
      const { calls, rejects } = await read(records);
      expect(rejects).toEqual([]);
      expect(calls.map(({ call }) => [call.callId, call.legOf])).toEqual([
        ['c-1', null],
        ['c-2', 'c-1'],
      ]);
      expect(calls[0]?.call).toMatchObject({
        callType: 'orders',
        waitMs: 12_000,
        talkMs: 150_000,
        holdMs: 10_000,
        wrapMs: 45_000,
        agent: 'b.eight',
        disposition: 'handled',
        details: { source_records: 2, transfers: 1 },
      });
      expect(calls[1]?.call).toMatchObject({ talkMs: 50_000, callType: 'billing', waitMs: 30_000 });
    }
  });

  it('counts the last agent alone where the program says so', async () => {
    const programs = new Map([
      ['default', { direction: 'inbound', currency: 'EUR', transferTime: 'last_leg' } as const],
    ]);
    const { calls } = await read([first, second()], { programs });
    expect(calls[0]?.call).toMatchObject({ talkMs: 50_000, holdMs: 1_000, wrapMs: 5_000 });
  });

  it('finds the first contact where that has its own id as the initial one, or is only named as the previous one', async () => {
    for (const records of [
      [{ ...first, InitialContactId: 'c-1' }, second()],
      [first, second({ InitialContactId: null })],
    ])
      expect((await read(records)).calls.map(({ call }) => [call.callId, call.legOf])).toEqual([
        ['c-1', null],
        ['c-2', 'c-1'],
      ]);
  });

  it('from queue to queue before any agent adds the waits, and the queue that answered counts', async () => {
    const { calls } = await read([
      contact({ Agent: null, NextContactId: 'c-2' }),
      second({ InitiationMethod: 'QUEUE_TRANSFER', InitiationTimestamp: at('09:00:21') }),
    ]);
    expect(calls[0]?.call).toMatchObject({
      callId: 'c-1',
      waitMs: 42_000,
      callType: 'billing',
      answered: true,
      talkMs: 50_000,
    });
  });

  it('to somebody outside is a call that was transferred', async () => {
    const outside = { TransferCompletedTimestamp: at('09:02:00'), TransferredToEndpoint: { Address: '+4930555009' } };
    expect(await callOf(contact(outside))).toMatchObject({ disposition: 'transferred', outcome: 'transferred' });
    expect(await callOf({ ...first, ...outside }, second())).toMatchObject({ disposition: 'handled' });
  });

  it('whose first contact came in another delivery keeps its own id, and is a leg when both come', async () => {
    expect(await callOf(second())).toMatchObject({ callId: 'c-2', legOf: null, direction: 'inbound', talkMs: 50_000 });
    expect(await callOf(first)).toMatchObject({ details: { next_contact: 'c-2' } });
  });

  it('to a survey that nobody answers changes nothing but the count of records', async () => {
    const survey = second({ InitiationMethod: 'DISCONNECT', Agent: null, Queue: null });
    expect(await callOf(first, survey)).toMatchObject({
      talkMs: 100_000,
      disposition: 'handled',
      details: { source_records: 2 },
    });
  });
});

describe('a callback', () => {
  it('is a call of its own, outbound; the call that asked for it says so', async () => {
    const asked = contact({ Agent: null, NextContactId: 'c-2' });
    const { calls } = await read([
      second({ InitiationMethod: 'CALLBACK', InitiationTimestamp: at('09:40:00') }),
      asked,
    ]);
    expect(calls.map(({ call }) => [call.callId, call.legOf, call.direction, call.outcome, call.talkMs])).toEqual([
      ['c-1', null, 'inbound', 'callback', 0],
      ['c-2', null, 'outbound', 'other', 50_000],
    ]);
  });
});

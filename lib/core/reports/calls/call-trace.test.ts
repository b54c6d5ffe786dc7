import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { contract } from '#contracts';
import { translator } from '#format';
import { type EarlierCall, rate } from '#rating';
import en from '../../../../messages/en.json' with { type: 'json' };
import { callFacts } from './call-facts.ts';
import { callTrace, repeatText } from './call-trace.ts';
import { callRow } from './calls-table.ts';

const say = translator(en, 'en');

const call: Call = {
  callId: 'A/18',
  vendor: 'norte',
  program: 'orders',
  callType: null,
  direction: 'inbound',
  startedAt: Date.parse('2026-03-02T21:30:00Z'),
  waitMs: null,
  talkMs: 320_500,
  holdMs: 18_000,
  wrapMs: null,
  answered: true,
  disposition: null,
  outcome: 'sale',
  agent: null,
  customerRef: 'the customer',
  revenue: null,
  currency: 'EUR',
  legOf: null,
  details: null,
};
const version = {
  id: '7',
  ...contract.parse({
    vendor: 'norte',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Madrid',
    rating: {
      basis: 'connected',
      initialSeconds: 30,
      incrementSeconds: 6,
      excludeShorterThanSeconds: 5,
      excludeRepeatsWithinHours: 24,
      windows: [{ class: 'night', from: '22:00', to: '06:00' }],
    },
    charges: [{ kind: 'per_call', rate: '1' }],
  }),
};

const said = (change: Partial<Call>, previous: EarlierCall | null = null) => {
  const own = { ...call, ...change };
  return callTrace(own, version, rate(own, version, previous)).map(say);
};

describe('the trace of a call', () => {
  // 338.5 s: 30 s and 52 steps of 6 s (docs/formulas/rating.md).
  it('says every rule of a billed call', () => {
    expect(said({})).toEqual([
      'The contract from 1 Jan 2026 was in force: on its clock, that of Europe/Madrid, the call began on 2 Mar 2026, 22:30.',
      'It bills handled calls, and this is one.',
      'Its time is the talk and hold time, 338.5 s, and no less than the 5 s that a billed call has.',
      'A call of the same customer within 24 hours of one that could be billed is not billed.',
      'No such call came before it.',
      '342 s are billed: 30 s at least, in steps of 6 s.',
      'It began in night hours.',
    ]);
  });

  it('ends with the rule that leaves the call out', () => {
    expect(said({ answered: false }).at(-1)).toBe('It bills handled calls, and this is none, so it is not billed.');
    expect(said({ talkMs: 1_000, holdMs: null }).at(-1)).toBe(
      'Its time is the talk and hold time, 1 s, less than the 5 s that a billed call has, so it is not billed.',
    );
    const previous = { callId: 'A-17', startedAt: call.startedAt - 3 * 3_600_000 };
    expect(said({}, previous).at(-1)).toBe('Repeat of call A-17, 3 h before.');
  });

  it('says how long before a repeat the other call was, to the hundredth of an hour', () => {
    const before = (ms: number) =>
      repeatText(call, rate(call, version, { callId: 'b', startedAt: call.startedAt - ms }));
    expect([0, 180_000, 9_000_000].map(before).map((text) => text && say(text))).toEqual([
      'Repeat of call b, 0 h before.',
      'Repeat of call b, 0.05 h before.',
      'Repeat of call b, 2.5 h before.',
    ]);
  });

  it('names the call that a leg belongs to, whether or not a contract was in force', () => {
    const leg = { legOf: 'CA1' };
    const named = ['It is a leg of call CA1, which has its time already: a leg is in no sum and is not billed.'];
    expect(callTrace({ ...call, ...leg }, null, null).map(say)).toEqual(named);
    expect(said(leg)).toEqual(named);
  });

  it('says that there was no contract', () => {
    expect(callTrace(call, null, null).map(say)).toEqual([
      'No contract was in force when it began, so it has no price.',
    ]);
  });
});

describe('a call on a page', () => {
  const row = callRow({
    call,
    rateClass: 'night',
    billed: true,
    billedSeconds: 342,
    exclusion: null,
    zone: 'Europe/Madrid',
  });

  it('is opened by its vendor and its id, whatever is in it', () => expect(row.href).toBe('/calls/norte/A%2F18'));

  it('does not tell who called', () => {
    expect(JSON.stringify([row, callFacts(call, 'Europe/Madrid')])).not.toContain('the customer');
  });

  it('has nothing where nothing is known, which is not 0', () => {
    const wrap = callFacts(call, 'Europe/Madrid').find(({ id }) => id === 'wrap');
    expect([row.cells.call_wrap, row.cells.call_revenue, wrap?.cell].map((cell) => cell?.kind)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

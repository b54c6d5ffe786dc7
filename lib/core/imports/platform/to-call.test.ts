import { describe, expect, it } from 'vitest';
import type { Outcome } from '#calls';
import { say } from '../said.test-data.ts';
import { sampleOptions } from '../samples.test-data.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import type { LegTimes, PlatformCall } from './platform-format.ts';
import { platformCallMapper } from './to-call.ts';

const unusable = (reason: ConstructorParameters<typeof UnusableFileError>[1]) => new UnusableFileError('log', reason);

const words: ReadonlyMap<string, Outcome> = new Map([
  ['answered', 'other'],
  ['no answer', 'no_contact'],
]);

const leg = (talkMs: number, holdMs: number | null = 0, wrapMs: number | null = 0): LegTimes => ({
  talkMs,
  holdMs,
  wrapMs,
});

const plain: PlatformCall = {
  callId: 'p-1',
  legOf: null,
  queue: null,
  direction: null,
  startedAt: Date.UTC(2026, 2, 2),
  waitMs: 5_000,
  legs: [leg(60_000)],
  answered: true,
  disposition: null,
  outcome: null,
  agent: 'a07',
  customer: '+39061234',
  revenue: null,
  currency: null,
  details: null,
};

const vendors = new Map([
  [
    'norte',
    {
      outcomeMap: new Map([['Vendido', 'sale'] as const]),
      leaveOut: new Map([['Prueba', 'a test call']]),
      programs: new Map([['Ventas ES', 'winback']]),
    },
  ],
]);

/** What a call that differs from the plain one in these points comes to. */
function made(parts: Partial<PlatformCall>, options = {}) {
  const toCall = platformCallMapper(words, { ...sampleOptions, vendors, ...options }, unusable);
  return toCall({ ...plain, ...parts });
}

function callOf(parts: Partial<PlatformCall>, options = {}) {
  const result = made(parts, options);
  if ('faults' in result) throw new Error(result.faults.map(({ reason }) => reason.key).join());
  return result.call;
}

/** Column, value and reason of each fault. */
function faultsOf(parts: Partial<PlatformCall>, options = {}): unknown[] {
  const result = made(parts, options);
  return 'faults' in result ? result.faults.map(({ column, value, reason }) => [column, value, say(reason)]) : [];
}

describe('the program of a platform\u2019s call', () => {
  it.each<[string | null, string, string]>([
    ['ventas es ', 'winback', 'by the vendor\u2019s word for its queue'],
    ['winback', 'winback', 'by a queue of its own name'],
    ['Sales', 'orders', 'else the import\u2019s'],
    [null, 'orders', 'where there is no queue too'],
  ])('of queue %j is %s: %s', (queue, program) => {
    expect(callOf({ queue }).program).toBe(program);
  });

  it('lends direction and currency, and is never guessed', () => {
    expect(callOf({ queue: 'winback' })).toMatchObject({ direction: 'outbound', currency: 'EUR', callType: 'winback' });
    expect(callOf({ queue: 'winback', direction: 'inbound', currency: 'USD' })).toMatchObject({
      direction: 'inbound',
      currency: 'USD',
    });
    expect(faultsOf({ queue: 'Sales' }, { program: null })).toEqual([
      ['program', 'Sales', expect.stringContaining('is no queue of a program that is known')],
    ]);
  });
});

describe('what a platform\u2019s call came to', () => {
  it.each<[string | null, Outcome | null, Outcome]>([
    ['vendido', 'no_sale', 'sale'],
    ['ANSWERED', 'resolved', 'resolved'],
    ['No Answer', null, 'no_contact'],
    ['callback', null, 'callback'],
    [null, 'abandoned', 'abandoned'],
    [null, null, 'other'],
  ])('with disposition %j, known as %j, is %s', (disposition, outcome, expected) => {
    const result = made({ disposition, outcome });
    expect(result).toMatchObject({ call: { outcome: expected } });
    expect(result.unexplained).toBeUndefined();
  });

  it('is other where nobody said what its word means, and the word is told', () => {
    expect(made({ disposition: 'QUIZÁS' })).toMatchObject({ call: { outcome: 'other' }, unexplained: 'QUIZÁS' });
  });

  it('is nothing where the word was left out', () => {
    expect(faultsOf({ disposition: 'prueba' })).toEqual([['disposition', 'prueba', 'a test call']]);
  });
});

describe('the time of a transferred call', () => {
  const legs = [leg(60_000, 5_000, 10_000), leg(30_000, null, 20_000)];

  it('is of every leg or of the last one, as its program has it; a part that a leg lacks is unknown', () => {
    expect(callOf({ legs })).toMatchObject({ talkMs: 90_000, holdMs: null, wrapMs: 30_000 });
    const rules = { direction: 'inbound', currency: 'EUR', transferTime: 'last_leg' } as const;
    const programs = new Map([['orders', rules]]);
    expect(callOf({ legs }, { programs })).toMatchObject({ talkMs: 30_000, holdMs: null, wrapMs: 20_000 });
  });
});

describe('a platform\u2019s call', () => {
  it.each<[Partial<PlatformCall>, string, string | null, string]>([
    [{ callId: '' }, 'call_id', '', 'is empty'],
    [{ callId: 'x\0' }, 'call_id', 'x\ufffd', 'holds a control character'],
    [{ callId: 'x'.repeat(201) }, 'call_id', 'x'.repeat(200), 'is longer than 200 characters'],
    [{ startedAt: -1 }, 'started_at', null, 'is outside the years 1970 to 2199'],
    [{ startedAt: Number.NaN }, 'started_at', null, 'is outside the years 1970 to 2199'],
    [{ startedAt: Date.UTC(2200, 0, 1) }, 'started_at', null, 'is outside the years 1970 to 2199'],
    [{ waitMs: -1_000 }, 'wait_s', '-1', 'is negative: a duration cannot be'],
    [{ legs: [leg(50_000_000), leg(50_000_000)] }, 'talk_s', '100000', 'is longer than 24 hours'],
    [{ legs: [leg(1, Number.NaN)] }, 'hold_s', 'NaN', 'is not a number of milliseconds'],
  ])('is none with %o', (parts, column, value, reason) => {
    expect(faultsOf(parts)).toEqual([[column, value, reason]]);
  });

  it('keeps words as they can be kept, and a caller only as a hash', () => {
    const details = { note: 'x\0'.padEnd(300, 'y'), cost: 1 };
    expect(callOf({ queue: 'q\0', agent: 'z'.repeat(300), details })).toMatchObject({
      callType: 'q\ufffd',
      agent: 'z'.repeat(200),
      customerRef: '#9',
      details: { note: 'x\ufffd'.padEnd(200, 'y'), cost: 1 },
    });
  });

  it('needs a vendor whose log it is', () => {
    expect(() => made({}, { vendor: null })).toThrow('files.platform_needs_vendor');
  });
});

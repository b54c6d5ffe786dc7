import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, parseDay } from '#time';
import { type AmendmentStep, amend, carriedOver } from './amend.ts';
import { type Contract, contract } from './contract.ts';
import { type ContractVersion, contractOn, overlaps } from './versions.ts';

const terms = (over: object): Contract =>
  contract.parse({
    vendor: 'norte',
    program: 'orders',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [{ kind: 'per_call', rate: '3.60' }],
    ...over,
  });
const version = (id: string, over: object = {}): ContractVersion => ({ id, ...terms(over) });

/** `action id from..to` of every step. */
const written = (steps: AmendmentStep[]) =>
  steps.map(({ action, before, after }) => {
    const shown = after ?? before;
    return `${action} ${before?.id ?? 'new'} ${shown?.from}..${shown?.to ?? ''}`;
  });

/** The versions that are stored once the steps are taken. */
function taken(versions: ContractVersion[], steps: AmendmentStep[]): ContractVersion[] {
  const gone = new Set(steps.map(({ before }) => before?.id));
  return [
    ...versions.filter(({ id }) => !gone.has(id)),
    ...steps.flatMap(({ before, after }, index) => (after ? [{ ...after, id: before?.id ?? `new${index}` }] : [])),
  ];
}

describe('putting terms in force', () => {
  it.each([
    ['first of all', [], { from: '2026-03-01' }, ['created new 2026-03-01..']],
    [
      'from the middle of an open version: it ends there',
      [version('1')],
      { from: '2026-03-01' },
      ['ended 1 2026-01-01..2026-03-01', 'created new 2026-03-01..'],
    ],
    ['from the first day of a version: its terms change', [version('1')], {}, ['changed 1 2026-01-01..']],
    [
      'for a while: the version goes on afterwards',
      [version('1')],
      { from: '2026-03-01', to: '2026-04-01' },
      ['ended 1 2026-01-01..2026-03-01', 'created new 2026-04-01..', 'created new 2026-03-01..2026-04-01'],
    ],
    [
      'over whole versions: they are removed',
      [version('1', { to: '2026-02-01' }), version('2', { from: '2026-02-01', to: '2026-03-01' })],
      { from: '2025-12-01', to: '2026-03-01' },
      ['removed 1 2026-01-01..2026-02-01', 'removed 2 2026-02-01..2026-03-01', 'created new 2025-12-01..2026-03-01'],
    ],
    [
      'over the first days of a version: it begins later',
      [version('1')],
      { from: '2025-12-01', to: '2026-02-01' },
      ['changed 1 2026-02-01..', 'created new 2025-12-01..2026-02-01'],
    ],
    [
      'for another program: nothing else is touched',
      [version('1', { program: undefined })],
      { from: '2026-02-01' },
      ['created new 2026-02-01..'],
    ],
  ] as const)('%s', (_, versions, over, steps) => {
    expect(written(amend([...versions], terms(over)))).toEqual(steps);
  });

  it('leaves no overlap, puts the terms on each of their days and every other day as it was', () => {
    const start = parseDay('2026-01-01');
    const span = fc.tuple(fc.nat(30), fc.option(fc.integer({ min: 1, max: 15 })));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), span, (spans, [at, length]) => {
        const stored: ContractVersion[] = [];
        for (const [index, [from, days]] of spans.entries()) {
          const dates = { from: addDays(start, from), to: days === null ? null : addDays(start, from + days) };
          const next = version(`v${index}`, dates);
          if (overlaps([...stored, next]).length === 0) stored.push(next);
        }
        const put = terms({
          from: addDays(start, at),
          to: length === null ? null : addDays(start, at + length),
          charges: [{ kind: 'fixed', amount: '1' }],
        });
        const after = taken(stored, amend(stored, put));
        expect(overlaps(after)).toEqual([]);
        for (let day = start; day < addDays(start, 60); day = addDays(day, 1)) {
          const isPut = put.from <= day && (put.to === null || day < put.to);
          const found = contractOn(after, 'norte', 'orders', day);
          const before = contractOn(stored, 'norte', 'orders', day);
          expect(found?.charges).toEqual(isPut ? put.charges : before?.charges);
        }
      }),
    );
  });
});

describe('terms that go on', () => {
  it('keep the age of an index and what is still amortised, and drop what was billed once', () => {
    const charges = [
      { kind: 'per_call', rate: '3.60' },
      { kind: 'indexation', index: 'labour', weight: '0.7' },
      { kind: 'one_off', amount: '100', on: '2026-01-15' },
      { kind: 'one_off', amount: '1200', on: '2026-01-15', amortiseMonths: 12 },
    ];
    const { charges: kept, from } = carriedOver(version('1', { charges }), '2026-03-01' as Day);
    expect(from).toBe('2026-03-01');
    expect(kept).toMatchObject([
      { kind: 'per_call' },
      { kind: 'indexation', since: '2026-01-01' },
      { kind: 'one_off', amortiseMonths: 12 },
    ]);
  });

  it('leave later one-off amounts to the terms that take over', () => {
    const charges = [
      { kind: 'per_call', rate: '3.60' },
      { kind: 'one_off', amount: '100', on: '2026-05-01' },
    ];
    const [ended] = amend([version('1', { charges })], terms({ from: '2026-03-01' }));
    expect(ended?.after?.charges).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { type ChargeKind, chargeKinds, parseContract } from '#contracts';
import { declaredTerms, staysBehind } from './declared.ts';
import { draftWith, editorView, storedVersion } from './draft.test-data.ts';
import { newCharge, startOf } from './draft.ts';

const read = (terms: unknown) => {
  // As it travels to the server: what is undefined is not there.
  const parsed = parseContract(JSON.parse(JSON.stringify(terms)));
  return parsed.ok ? parsed.contract : parsed.issues;
};

describe('a stored contract in the editor', () => {
  it('untouched is the same contract: every kind of charge, windows, assumptions and plan', () => {
    const { id: _, ...terms } = storedVersion();
    expect(new Set(terms.charges.map(({ kind }) => kind))).toEqual(new Set(chargeKinds));
    expect(read(declaredTerms(draftWith()).terms)).toEqual(terms);
  });

  it('without assumptions, plan, windows and end is the same contract', () => {
    const over = {
      to: null,
      vendorCost: undefined,
      plan: undefined,
      rating: {},
      charges: [{ kind: 'fixed', amount: '5' }],
    };
    const { id: _, ...terms } = storedVersion(over);
    expect(read(declaredTerms(draftWith(over)).terms)).toEqual(terms);
  });

  it('keeps the age of an index when its terms begin later', () => {
    const charges = [
      { kind: 'per_call', rate: '1' },
      { kind: 'indexation', index: 'cpi', weight: '1' },
    ];
    const since = (from: string) => {
      const terms = declaredTerms(draftWith({ charges }, from)).terms.charges as { since?: string }[];
      return terms[1]?.since;
    };
    expect(since('2026-06-01')).toBe('2026-01-01');
    expect(since('2026-01-01')).toBeUndefined();
  });

  it('leaves a one-off amount that was billed to the version before', () => {
    const charges = [
      { kind: 'one_off', amount: '100', on: '2026-02-01' },
      { kind: 'one_off', amount: '1200', on: '2026-02-01', amortiseMonths: 12 },
      { kind: 'per_call', rate: '1' },
    ];
    const draft = draftWith({ charges }, '2026-06-01');
    const { terms, places } = declaredTerms(draft);
    expect(places).toEqual([1, 2]);
    expect((terms.charges as { kind: string }[]).map(({ kind }) => kind)).toEqual(['one_off', 'per_call']);
    expect(staysBehind(draftWith({ charges }), draft.charges[0])).toBe(false);
  });
});

describe('a new contract in the editor', () => {
  it('needs no more than its rate', () => {
    const draft = startOf(editorView(null));
    const priced = { ...draft, charges: [{ ...draft.charges[0]!, text: { mode: 'flat', rate: ' 3.60 ' } }] };
    expect(read(declaredTerms(priced).terms)).toMatchObject({
      ...{ vendor: 'norte', program: 'orders', from: '2026-05-01', to: null, currency: 'EUR' },
      charges: [{ kind: 'per_call', rate: '3.60' }],
    });
  });

  const filled: Partial<Record<ChargeKind, Record<string, string>>> = {
    one_off: { on: '2026-06-01' },
    indexation: { index: 'cpi' },
  };
  it.each(chargeKinds)('has a form for %s that makes one once it is filled in', (kind) => {
    const charge = newCharge(kind, 'k');
    const numbered = Object.fromEntries(Object.entries(charge.text).map(([name, text]) => [name, text || '1']));
    const rows = charge.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, text]) => [name, name === 'upTo' ? text : text || '1'])),
    );
    const text = { ...numbered, ...filled[kind], ...(kind === 'indexation' && { since: '' }) };
    const others = kind === 'per_call' ? [] : [{ ...newCharge('per_call', 'o'), text: { mode: 'flat', rate: '1' } }];
    const draft = { ...startOf(editorView(null)), charges: [...others, { ...charge, text, rows }] };
    expect(read(declaredTerms(draft).terms)).toMatchObject({ charges: [...others.map(() => ({})), { kind }] });
  });
});

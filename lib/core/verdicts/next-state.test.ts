import { describe, expect, it } from 'vitest';
import { type Condition, type Look, nextState, unseen } from './next-state.ts';

const quiet: Look = {
  position: 20,
  enough: true,
  evidence: 0.2,
  t: 0,
  boundary: 3,
  portfolioOk: true,
  alarmAge: null,
  recovery: null,
};
const look = (change: Partial<Look>): Look => ({ ...quiet, ...change });
const at = (state: Condition['state']): Condition => ({ ...unseen, state });
const failing: Condition = { state: 'failing', flaggedAt: 20, epoch: 0 };

type Row = [seen: string, before: Condition, look: Look, after: Partial<Condition>];
const check = (_: string, before: Condition, seen: Look, after: Partial<Condition>) =>
  expect(nextState(before, seen)).toMatchObject(after);

// Rows marked J are those of reference vector J1.
describe('from not enough evidence', () => {
  it.each<Row>([
    [
      'J no minimum sample, whatever the evidence',
      unseen,
      look({ position: 6, enough: false, evidence: 50, t: -5 }),
      unseen,
    ],
    ['J evidence 21', unseen, look({ evidence: 21, t: -3.4 }), failing],
    ['evidence of exactly 20', unseen, look({ evidence: 20 }), failing],
    ['evidence just below 20', unseen, look({ evidence: 19.99 }), at('at_risk')],
    [
      'J evidence 21 that does not stand among all vendors',
      unseen,
      look({ evidence: 21, portfolioOk: false }),
      at('at_risk'),
    ],
    ['J evidence 4.2', unseen, look({ evidence: 4.2, t: -1.9 }), at('at_risk')],
    ['evidence 3.9', unseen, look({ evidence: 3.9 }), unseen],
    ['J an interval above 0', unseen, look({ position: 40, evidence: 0.1, t: 3.2 }), at('healthy')],
    ['half the boundary is not enough to enter', unseen, look({ t: 2 }), unseen],
    ['an interval above 0 with evidence of recent loss', unseen, look({ evidence: 5, t: 3.2 }), at('at_risk')],
    ['a change alarm', unseen, look({ alarmAge: 27 }), at('at_risk')],
    ['an alarm of four weeks ago', unseen, look({ alarmAge: 28 }), unseen],
  ])('%s', check);
});

describe('from at risk', () => {
  it.each<Row>([
    ['J stays at evidence 2.5', at('at_risk'), look({ position: 21, evidence: 2.5, t: -1.2 }), at('at_risk')],
    ['J leaves below 2', at('at_risk'), look({ position: 22, evidence: 1.5, t: -0.8 }), unseen],
    ['fails at 20', at('at_risk'), look({ evidence: 25 }), failing],
    ['is cleared by an interval above 0', at('at_risk'), look({ evidence: 0.1, t: 3.1 }), at('healthy')],
    ['is not cleared by a sample too small', at('at_risk'), look({ enough: false, evidence: 1 }), at('at_risk')],
  ])('%s', check);
});

describe('from healthy', () => {
  it.each<Row>([
    ['J stays down to half the boundary', at('healthy'), look({ position: 41, evidence: 0.1, t: 2 }), at('healthy')],
    ['J leaves below it', at('healthy'), look({ position: 42, t: 1.4 }), unseen],
    ['J an alarm puts it at risk', at('healthy'), look({ position: 43, t: 3.3, alarmAge: 5 }), at('at_risk')],
    ['fails at 20', at('healthy'), look({ evidence: 20, t: 2 }), failing],
    [
      'an infinite boundary keeps nobody healthy',
      at('healthy'),
      look({ t: 5, boundary: Number.POSITIVE_INFINITY }),
      unseen,
    ],
  ])('%s', check);
});

describe('from failing', () => {
  it.each<Row>([
    ['J ten days are too few to recover', failing, look({ position: 30, recovery: 9 }), failing],
    ['J evidence of 4.9 is too little', failing, look({ position: 40, recovery: 4.9 }), failing],
    [
      'stays however good the mean since the start',
      failing,
      look({ position: 40, t: 9, evidence: 0, recovery: 1 }),
      failing,
    ],
    ['stays without a sample', failing, look({ position: 40, enough: false, recovery: null }), failing],
    [
      'recovers after 14 days with evidence 5',
      failing,
      look({ position: 34, recovery: 5 }),
      { ...at('at_risk'), epoch: 34 },
    ],
    ['J recovers into a new epoch', failing, look({ position: 40, recovery: 5.1 }), { ...at('at_risk'), epoch: 40 }],
  ])('%s', check);
});

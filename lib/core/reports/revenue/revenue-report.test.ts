import { describe, expect, it } from 'vitest';
import { figureText } from '#format';
import { micros, parseMicros } from '#money';
import type { Maturing, ProgramMaturing } from '#revenue';
import { parseDay, period } from '#time';
import { curveAxes } from '../axes/curve-axes.ts';
import { english, names } from '../report.fixture.ts';
import type { CurveChart, Report, Table } from '../report.ts';
import { callRevenue } from './call-revenue.ts';
import type { EventRecord } from './events-table.ts';
import { maturingNotes } from './maturing-notes.ts';
import { type RevenueInput, revenueReport } from './revenue-report.ts';

const day = parseDay;

/** 60% with the call, 60% more on the tenth day, and 20% back on the fortieth. */
function maturing(horizon = 60): Maturing {
  const at = (before: number[], days: number) => before.findLast((_, index) => [0, 10, 40][index]! <= days) ?? 0;
  const days = Array.from({ length: horizon + 1 }, (_, index) => index);
  return {
    horizon,
    calls: period(day('2026-01-01'), day('2026-03-01')),
    events: 300,
    total: parseMicros('12000'),
    incomingAfter: days.map((own) => at([0.6, 0, 0], own)),
    outgoingAfter: days.map((own) => at([0.2, 0.2, 0], own)),
  };
}

const orders: ProgramMaturing = {
  ...{ program: 'orders', currency: 'EUR', knownTo: day('2026-04-30'), events: 400, maturing: maturing() },
};

const event: EventRecord = {
  ...{ vendor: 'norte', eventId: 'o-1', callId: 'n-1', program: null, kind: 'refund', currency: 'EUR' },
  ...{ amount: parseMicros('-40'), occurredAt: Date.parse('2026-03-14T10:00:00Z') },
  match: { vendor: 'norte', callId: 'n-1', program: 'orders', by: 'call_id', booked: '2026-03-02' },
  ...{ unmatched: null, source: 'events.csv', recordedBy: 'local', recordedAt: Date.parse('2026-03-15T10:00:00Z') },
};
const lost: EventRecord = { ...event, eventId: 'o-2', callId: 'n-9', match: null, unmatched: 'no_such_call' };

const input: RevenueInput = {
  ...names,
  period: period(day('2026-03-01'), day('2026-04-01')),
  currency: 'EUR',
  timezone: 'Europe/Rome',
  totals: [
    { currency: 'EUR', unmatched: null, events: 3, incoming: 200_000_000n, outgoing: -40_000_000n },
    { currency: 'EUR', unmatched: 'no_such_call', events: 1, incoming: 0n, outgoing: -40_000_000n },
    { currency: 'USD', unmatched: 'other_currency', events: 2, incoming: 9_000_000n, outgoing: 0n },
  ],
  events: [lost, event],
  all: 6,
  maturing: [orders],
};

const table = (report: Report, id: string) => report.sections.find((section) => section.id === id) as Table;
const written = ({ rows }: Table) =>
  rows.map(({ cells }) => Object.values(cells).map((cell) => figureText(cell, english)));

describe('the report of later revenue', () => {
  const report = revenueReport(input);

  it('says first how many events have no call, and why', () => {
    expect(report.headline.map(english)).toEqual([
      '3 events belong to no call yet, 3 do.',
      '1 names a call that has not come.',
      '2 are in another currency than the call, and nothing is converted silently.',
    ]);
    const matched = revenueReport({ ...input, totals: input.totals.slice(0, 1) });
    expect(matched.headline.map(english)).toEqual(['All 3 events belong to a call.']);
    expect(revenueReport({ ...input, totals: [] }).headline.map(english)).toEqual([
      'No revenue event has been recorded for these choices.',
    ]);
  });

  it('adds up each currency by itself', () => {
    expect(written(table(report, 'totals'))).toEqual([
      ['EUR', '3', '160.00', '1', '-40.00'],
      ['USD', '0', '0.00', '2', '9.00'],
    ]);
  });

  it('opens the call of an event, and shows what the others name', () => {
    const { rows } = table(report, 'events');
    expect(rows.map(({ href }) => href)).toEqual([undefined, '/calls/norte/n-1']);
    expect(written(table(report, 'events')).map((cells) => cells.slice(0, 8))).toEqual([
      ['o-2', expect.any(String), 'Refund', '-40.00', 'EUR', 'No call: the one named has not come', 'norte', 'n-9'],
      ['o-1', expect.any(String), 'Refund', '-40.00', 'EUR', 'By call id', 'norte', 'n-1'],
    ]);
    expect(report.notes.map(english)).toEqual(['These are 2 of 6 events; the CSV holds all of them.']);
  });

  it('says how much is there, and how much usually still comes and goes, at four ages', () => {
    // The horizon of 60 days says nothing of the ninetieth.
    expect(written(table(report, 'maturing')).map((cells) => cells.slice(2))).toEqual([
      ['7', '60.0', '60.0', '20.0'],
      ['30', '120.0', '0.0', '20.0'],
      ['45', '100.0', '0.0', '0.0'],
    ]);
    expect(table(report, 'maturing').notes.map(english)).toEqual([
      'Order line: of 12,000 EUR that calls of 1 Jan – 28 Feb 2026 came to 60 days after the call, with 300 events.',
    ]);
  });

  it('draws it on axes that begin at nothing', () => {
    const curve = report.sections.find(({ kind }) => kind === 'curve') as CurveChart;
    expect(curve.lines[0]!.points).toHaveLength(61);
    const { x, y } = curveAxes(curve, english);
    expect([x.min, x.max, y.min]).toEqual([0, 60, 0]);
    expect(y.max).toBeGreaterThanOrEqual(1.2);
    expect(x.ticks.map(({ text }) => text)).toEqual(['0', '10', '20', '30', '40', '50', '60']);
    expect(y.ticks.map(({ text }) => text)).toEqual(['0.0%', '50.0%', '100.0%', '150.0%']);
  });

  it('says of a program with few old calls that nothing is known', () => {
    const young = revenueReport({ ...input, maturing: [{ ...orders, maturing: null }] });
    expect(table(young, 'maturing').rows).toEqual([]);
    expect(table(young, 'maturing').notes.map(english)[0]).toMatch(/^Order line, EUR: 400 events are there, too few/);
    expect(young.sections.map(({ kind }) => kind)).not.toContain('curve');
  });
});

describe('the notes of a report whose revenue is still maturing', () => {
  const notes = (from: string, to: string, over: Partial<ProgramMaturing> = {}, ownDay: string[] = []) =>
    maturingNotes({ maturing: [{ ...orders, ...over }], ownDay }, period(day(from), day(to)), names).map(english);

  it('say since when, and what usually still comes and goes', () => {
    expect(notes('2026-03-01', '2026-05-01')).toEqual([
      'Revenue of calls of Order line since 22 Mar 2026 is still maturing: 20.0% of revenue is usually taken back more than 39 days after the call.',
    ]);
    expect(notes('2026-04-25', '2026-05-01')).toEqual([
      'Revenue of calls of Order line since 25 Apr 2026 is still maturing: 60.0% of revenue usually arrives, and 20.0% is taken back, more than 5 days after the call.',
    ]);
    const only = { ...maturing(), outgoingAfter: maturing().outgoingAfter.map(() => 0) };
    expect(notes('2026-04-30', '2026-05-01', { maturing: only })).toEqual([
      'Revenue of calls of Order line since 30 Apr 2026 is still maturing: 60.0% of revenue usually arrives after the day of the call.',
    ]);
  });

  it('are silent of periods that are complete, and without events', () => {
    expect(notes('2026-03-01', '2026-03-22')).toEqual([]);
    expect(maturingNotes(undefined, period(day('2026-03-01'), day('2026-05-01')), names)).toEqual([]);
  });

  it('say that nothing is known, and that money counts on its own day', () => {
    expect(notes('2026-03-01', '2026-05-01', { maturing: null })[0]).toMatch(
      /how much usually comes late is not known yet/,
    );
    expect(notes('2026-03-01', '2026-05-01', {}, ['orders'])).toEqual([
      'Later revenue of Order line counts on its own day: revenue per call sets the money of a day beside the calls of that day.',
    ]);
  });
});

describe('the revenue of a call', () => {
  it('is what was booked with it, each event, and the net', () => {
    const call = { revenue: parseMicros('120'), currency: 'EUR' };
    const { rows, total } = callRevenue(call, [event], { net: parseMicros('80'), zone: 'Europe/Rome' });
    expect(
      [...rows, total!].map(({ cells }) => [
        figureText(cells.event_event!, english),
        figureText(cells.event_amount!, english),
      ]),
    ).toEqual([
      ['Booked with the call', '120.00'],
      ['o-1', '-40.00'],
      ['Net', '80.00'],
    ]);
    expect(callRevenue({ ...call, revenue: null }, [event], { net: micros(-40n), zone: 'UTC' }).rows).toHaveLength(1);
  });
});

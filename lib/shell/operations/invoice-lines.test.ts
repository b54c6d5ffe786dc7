import { describe, expect, it } from 'vitest';
import { type Actor, ForbiddenError } from '#auth';
import { findInvoice, listInvoiceNotes, listTolerances, type Session } from '#db';
import { cellValue } from '#format';
import { type LineState, lineStates, mayBecome } from '#invoices';
import { formatMicros } from '#money';
import {
  addInvoiceNote,
  importInvoices,
  matchInvoiceLine,
  OperationError,
  recordInvoice,
  setInvoiceLineState,
  setInvoiceTolerance,
} from '#operations';
import { callLog, contract, declare, importLog, program, say, testNow, testSession, vendor } from '#testing';
import { invoicePage, invoicesPage } from '#views';

const charges = [
  { kind: 'per_call', rate: '3.60' },
  { kind: 'fixed', amount: '50.00' },
];

/** Ten calls of March: 10 x 3.60 = 36.00, and 50.00 a month. They bill twelve: 12 x 3.60 = 43.20. */
async function billedSession(payable = '93.20'): Promise<{ session: Session; id: string }> {
  const session = await testSession();
  await declare(session, {
    vendors: [vendor('norte'), vendor('lumina')],
    programs: [program('orders')],
    contracts: [contract('norte', { program: 'orders', charges }), contract('lumina', { currency: 'USD' })],
  });
  const rows = Array.from({ length: 10 }, (_, index) => ({
    call_id: `c${index}`,
    started_at: `2026-03-0${(index % 9) + 1} 10:00:00`,
    talk_s: 60,
    answered: 'yes',
  }));
  await importLog(session, callLog(rows));
  const { id } = await recordInvoice(session, {
    ...{ vendor: 'norte', program: 'orders', month: '2026-03', invoice_no: 'N-1', currency: 'EUR', payable },
    lines: [
      { line: 'Handled calls', quantity: '12', rate: '3.60', amount: '43.20' },
      { line: 'Monthly fee', quantity: '1', rate: '50.00', amount: '50.00' },
    ],
    replace: false,
  });
  return { session, id };
}

async function refusalOf(work: Promise<unknown>): Promise<OperationError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperationError);
  return error as OperationError;
}

const to = (state: string, over: { credited?: string; note?: string; place?: number } = {}) => ({
  place: 1,
  credited: '',
  note: '',
  state,
  ...over,
});

const stateOf = async (session: Session, id: string) => {
  const line = (await findInvoice(session.database, id))?.lines[0];
  return [line?.state, line?.credited == null ? null : formatMicros(line.credited, 2)];
};

describe('the state of a billed line', () => {
  it('goes where the table lets it, with who did it, when, and what was said', async () => {
    const { session, id } = await billedSession();
    await setInvoiceLineState(session, { invoice: id, ...to('disputed', { note: ' two calls too many ' }) });
    const other = { ...session, actor: { ...session.actor, id: 'ada' }, now: () => new Date('2026-04-02T10:00:00Z') };
    await setInvoiceLineState(other, { invoice: id, ...to('credited', { credited: '7.20' }) });
    expect(await stateOf(session, id)).toEqual(['credited', '7.20']);
    const notes = (await listInvoiceNotes(session.database, [id])).get(id);
    expect(notes).toEqual([
      {
        place: 1,
        text: 'two calls too many',
        change: { kind: 'state', from: 'open', to: 'disputed', credited: null },
        actor: 'local',
        at: testNow,
      },
      {
        place: 1,
        text: '',
        change: { kind: 'state', from: 'disputed', to: 'credited', credited: '7.200000' },
        actor: 'ada',
        at: new Date('2026-04-02T10:00:00Z'),
      },
    ]);
  });

  it('goes nowhere else', async () => {
    const { session, id } = await billedSession();
    const force = (state: LineState) => session.database.sql.execute('update invoice_line set state = $1', [state]);
    const tried = lineStates.flatMap((from) => lineStates.map((state) => [from, state] as const));
    for (const [from, state] of tried) {
      await force(from);
      const work = setInvoiceLineState(session, { invoice: id, ...to(state, { credited: '1' }) });
      if (mayBecome(from, state)) await work;
      else expect((await refusalOf(work)).refusal, `${from} to ${state}`).toBe('precondition_failed');
      expect((await stateOf(session, id))[0]).toBe(mayBecome(from, state) ? state : from);
    }
  });

  it.each([
    ['', 'an amount is needed: digits, and at most six decimals after a point'],
    ['x', 'an amount is needed: digits, and at most six decimals after a point'],
    ['0', 'a credit is more than 0'],
    ['43.21', 'a credit is at most what the line asks for, 43.20'],
  ])('credited needs an amount, and %j is none', async (credited, message) => {
    const { session, id } = await billedSession();
    const error = await refusalOf(setInvoiceLineState(session, { invoice: id, ...to('credited', { credited }) }));
    expect(error.issues).toEqual([{ path: 'credited', message }]);
    expect(await stateOf(session, id)).toEqual(['open', null]);
  });

  it('is no state that nobody knows, of no line that is not there', async () => {
    const { session, id } = await billedSession();
    expect((await refusalOf(setInvoiceLineState(session, { invoice: id, ...to('paid') }))).refusal).toBe('validation');
    const third = setInvoiceLineState(session, { invoice: id, ...to('agreed', { place: 3 }) });
    expect((await refusalOf(third)).refusal).toBe('not_found');
    const nowhere = setInvoiceLineState(session, { invoice: 'x', ...to('agreed') });
    expect((await refusalOf(nowhere)).refusal).toBe('not_found');
  });

  it('is only for those who may change invoices', async () => {
    const { session, id } = await billedSession();
    const nobody = { ...session, actor: { id: 'x', name: 'Somebody', role: 'nobody' } as unknown as Actor };
    const works = [
      setInvoiceLineState(nobody, { invoice: id, ...to('agreed') }),
      matchInvoiceLine(nobody, { invoice: id, place: 1, matchedWith: null, note: '' }),
      addInvoiceNote(nobody, { invoice: id, place: null, note: 'x' }),
      setInvoiceTolerance(nobody, { invoice: id, tolerance: { amount: '1', percent: '0' }, note: '' }),
      recordInvoice(nobody, {} as never),
      invoicePage(nobody, id),
      invoicesPage(nobody, {}),
    ];
    for (const work of works) await expect(work).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('the page of an invoice', () => {
  const reasons = async (session: Session, id: string) => {
    const view = await invoicePage(session, id);
    const [lines] = view!.report.sections;
    return lines?.kind === 'table' ? lines.rows.map(({ reason }) => reason && say(reason)) : [];
  };

  it('holds every line against our statement', async () => {
    const { session, id } = await billedSession();
    const view = await invoicePage(session, id);
    expect(view!.report.headline.map(say)).toEqual([
      'Vendor norte bills 93.20 EUR for Mar 2026 on invoice N-1; our statement says 86.00 EUR, which is 7.20 EUR less.',
      'The lines of N-1 add up to what it asks for, 93.20 EUR.',
      '2 lines are open, 0 disputed, 0 agreed, 0 credited.',
    ]);
    expect(await reasons(session, id)).toEqual([
      'They bill 2 calls more than our log has: 12 against 10 (7.20 EUR).',
      'Agrees.',
    ]);
    const [first] = Object.values(view!.lines);
    expect(first).toMatchObject([{ place: 1, state: 'open', next: ['agreed', 'disputed', 'credited'] }]);
  });

  it('follows a match that a person makes, and takes it back', async () => {
    const { session, id } = await billedSession();
    const match = (matchedWith: string | null) =>
      matchInvoiceLine(session, { invoice: id, place: 1, matchedWith, note: '' });
    await match('none');
    expect(await reasons(session, id)).toEqual([
      'Our statement has this line and the invoice does not.',
      'Agrees.',
      'Nothing on our statement stands behind this line, somebody has said.',
    ]);
    await match(null);
    expect((await reasons(session, id))[0]).toContain('They bill 2 calls more');
    const other = await refusalOf(match('999/0/standard'));
    expect(other.issues[0]?.message).toBe('"999/0/standard" is no line of a statement of norte');
    const view = await invoicePage(session, id);
    const [first] = Object.values(view!.lines);
    expect(first?.[0]?.notes.map(({ change }) => change && say(change))).toEqual([
      'Nothing on our statement stands behind it',
      'Matched by rule again',
    ]);
  });

  it('agrees within the tolerance of the vendor', async () => {
    const { session, id } = await billedSession();
    const set = (amount: string, percent: string) =>
      setInvoiceTolerance(session, { invoice: id, tolerance: { amount, percent }, note: 'as agreed in May' });
    await set('7.20', '');
    expect((await listTolerances(session.database)).get('norte')).toEqual({ amount: '7.20', percent: '0' });
    expect((await reasons(session, id))[0]).toBe('Agrees within the tolerance: 7.20 EUR more.');
    await set('7.19', '0');
    expect((await reasons(session, id))[0]).toContain('They bill 2 calls more');
    // 20% of 36.00 = 7.20
    await set('0', '20');
    expect((await reasons(session, id))[0]).toContain('Agrees within the tolerance');
    expect((await refusalOf(set('-1', '101'))).issues.map(({ path }) => path)).toEqual(['amount', 'percent']);
    const view = await invoicePage(session, id);
    expect(view!.notes.at(-1)).toMatchObject({ text: 'as agreed in May', actor: 'local' });
    expect(say(view!.notes.at(-1)!.change!)).toBe('Tolerance set to 0.00 EUR or 20%');
  });

  it('says by how much the lines are not the payable', async () => {
    const { session, id } = await billedSession('95.00');
    const view = await invoicePage(session, id);
    expect(say(view!.report.headline[1]!)).toBe(
      'N-1 asks for 95.00 EUR, which is 1.80 EUR more than its lines add up to, 93.20 EUR.',
    );
  });

  it('holds all invoices of a month against the statement together', async () => {
    const { session, id } = await billedSession();
    const file = 'vendor,program,month,invoice_no,line,quantity,rate,amount,currency\n';
    const second = `${file}norte,orders,2026-03,N-2,Setup,1,20.00,20.00,EUR\n`;
    await importInvoices(session, { bytes: Buffer.from(second), fileName: 'x.csv', vendor: null, replace: false });
    const view = await invoicePage(session, id);
    expect(view!.others.map(({ number }) => number)).toEqual(['N-2']);
    expect(await reasons(session, id)).toHaveLength(3);
  });

  it('of another currency than our contract says so, and compares nothing', async () => {
    const { session } = await billedSession();
    const { id } = await recordInvoice(session, {
      ...{ vendor: 'lumina', program: '', month: '2026-03', invoice_no: 'L-1', currency: 'EUR', payable: '' },
      lines: [{ line: 'Calls', quantity: '1', rate: '1', amount: '1' }],
      replace: false,
    });
    const view = await invoicePage(session, id);
    expect(view!.report.headline.map(say)[1]).toBe(
      'The invoice is in EUR and our statement in USD: amounts of two currencies are not compared.',
    );
    expect(view!.report.sections.map((section) => section.id)).toEqual(['lines', 'totals']);
  });

  it('can be a letter of the disputed lines', async () => {
    const { session, id } = await billedSession();
    await setInvoiceLineState(session, { invoice: id, ...to('disputed') });
    const view = await invoicePage(session, id, 'disputed');
    const [lines] = view!.report.sections;
    expect(lines?.kind === 'table' && lines.rows).toHaveLength(1);
  });

  it('is not there for an id that is none', async () => {
    const { session } = await billedSession();
    expect(await invoicePage(session, '00000000-0000-0000-0000-000000000000')).toBeNull();
    expect(await invoicePage(session, 'x')).toBeNull();
  });
});

describe('the list of invoices', () => {
  it('counts what was credited off what was asked beyond our statement', async () => {
    const { session, id } = await billedSession();
    const overbilled = async () => {
      const { report } = await invoicesPage(session, {});
      const [bills] = report.sections;
      return bills?.kind === 'table' ? bills.rows.map(({ cells }) => cellValue(cells.overbilled!, say)) : [];
    };
    expect(await overbilled()).toEqual(['7.20']);
    await setInvoiceLineState(session, { invoice: id, ...to('credited', { credited: '5' }) });
    expect(await overbilled()).toEqual(['2.20']);
  });

  it('shows the months asked for, and says when there is none', async () => {
    const { session } = await billedSession();
    const { months, all } = await invoicesPage(session, { from: '2026-01', to: '2026-02' });
    expect({ months, all }).toEqual({
      months: { from: '2026-01', to: '2026-02' },
      all: { first: '2026-03', last: '2026-03' },
    });
    const fallback = await invoicesPage(session, { from: 'x' });
    expect(fallback.months).toEqual({ from: '2026-03', to: '2026-03' });
    const empty = await invoicesPage(await testSession(), {});
    expect(empty.report.headline.map(say)).toEqual(['No invoice has been recorded for these months.']);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Actor, ForbiddenError } from '#auth';
import { listInvoiceNotes, listInvoices, type Session } from '#db';
import { UnusableFileError } from '#imports';
import { formatMicros } from '#money';
import { addInvoiceNote, importInvoices, OperationError, recordInvoice, setInvoiceLineState } from '#operations';
import { contract, declare, program, projectDir, runCli, say, testSession, vendor } from '#testing';

const declared = {
  vendors: [vendor('norte'), vendor('lumina')],
  programs: [program('orders')],
  contracts: [contract('norte', { program: 'orders' })],
};

async function declaredSession(): Promise<Session> {
  const session = await testSession();
  await declare(session, declared);
  return session;
}

const sample = (path: string, replace = false) => ({
  bytes: readFileSync(join(projectDir, 'samples/invoices', path)),
  fileName: path.split('/')[1] ?? path,
  vendor: null,
  replace,
});

const header = 'vendor,program,month,invoice_no,line,quantity,rate,amount,currency\n';
const file = (rows: string, replace = false) => ({
  bytes: new TextEncoder().encode(header + rows),
  fileName: 'typed.csv',
  vendor: null,
  replace,
});

async function refusalOf(work: Promise<unknown>): Promise<OperationError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperationError);
  return error as OperationError;
}

const said = ({ issues }: OperationError) =>
  issues.map(({ path, message }) => [path, typeof message === 'string' ? message : say(message)]);

const written = async (session: Session) =>
  (await listInvoices(session.database)).map(({ number, payable, lines }) => [
    number,
    payable === null ? null : formatMicros(payable, 2),
    ...lines.map((line) =>
      [line.description, line.quantity, line.rate, formatMicros(line.amount, 2), line.state].join(' '),
    ),
  ]);

// First of the file: the command line opens the database of the settings, the first session's.
describe('the command line', () => {
  it('takes a file, takes it again, and refuses another text of it', async () => {
    const session = await declaredSession();
    const path = join(projectDir, 'samples/invoices/ok/norte-march.csv');
    const first = await runCli(session, ['import', 'invoices', path, '--json']);
    expect(JSON.parse(first.out)).toMatchObject({ rows: 3, invoices: [{ number: 'N-2026-03', change: 'new' }] });
    expect((await runCli(session, ['import', 'invoices', path])).out).toContain(
      '1 invoices: 0 new, 0 replaced, 1 unchanged',
    );
    await session.database.sql.execute(
      "update invoice_line set amount = amount + 1000000 where description = 'Monthly fee'",
    );
    const refused = await runCli(session, ['import', 'invoices', path]);
    expect(refused.status).not.toBe(0);
    expect(refused.err).toContain('is recorded already with 2 lines and 93.20 EUR');
    expect((await runCli(session, ['import', 'invoices', path, '--replace'])).out).toContain('1 replaced');
  });
});

describe('a file of invoices', () => {
  it('is taken whole, and the second time changes nothing', async () => {
    const session = await declaredSession();
    const first = await importInvoices(session, sample('ok/norte-march.csv'));
    expect(first).toMatchObject({ rows: 3, warnings: [], invoices: [{ number: 'N-2026-03', change: 'new' }] });
    const before = await listInvoices(session.database);
    expect(before).toMatchObject([
      {
        vendor: 'norte',
        program: 'orders',
        month: '2026-03',
        currency: 'EUR',
        source: 'norte-march.csv',
        recordedBy: 'local',
      },
    ]);
    expect(await written(session)).toEqual([
      ['N-2026-03', '93.20', 'Handled calls 12 3.6 43.20 open', 'Monthly fee 1 50 50.00 open'],
    ]);
    const later = { ...session, now: () => new Date('2026-05-01T00:00:00Z') };
    const again = await importInvoices(later, { ...sample('ok/norte-march.csv'), fileName: 'copy.csv' });
    expect(again.invoices).toEqual([{ ...first.invoices[0], change: 'unchanged' }]);
    expect(await listInvoices(session.database)).toEqual(before);
  });

  it('may hold several invoices, lines that take back, and lines without a rate', async () => {
    const session = await declaredSession();
    await importInvoices(session, sample('ok/two-invoices.csv'));
    expect(await written(session)).toEqual([
      ['L-18', null, 'Sales 9  38.30 open'],
      ['L-17', '21.28', 'Sales 7 4.255 29.79 open', 'Credit for February -2 4.255 -8.51 open'],
    ]);
  });

  it.each([
    ['two-currencies.csv', [['row 3, column currency', '"USD" is not what the first row of this invoice says: EUR']]],
    [
      'second-payable.csv',
      [['row 4, column line', '"payable" states what is to be paid a second time for this invoice']],
    ],
    [
      'several-faults.csv',
      [
        ['row 2, column vendor', '"north" is not a declared vendor'],
        ['row 2, column month', '"2026-13" has no such month (13)'],
        ['row 2, column line', 'is empty'],
        ['row 2, column quantity', '"ten" is not a number (digits, and at most 6 decimals after a point)'],
        ['row 2, column amount', '"36.00 EUR" is not an amount (digits, and at most six decimals after a point)'],
        ['row 2, column currency', '"EURO" is not an ISO 4217 currency code'],
      ],
    ],
  ])('%s is refused whole, with every fault', async (name, faults) => {
    const session = await declaredSession();
    expect(said(await refusalOf(importInvoices(session, sample(`not-ok/${name}`))))).toEqual(faults);
    expect(await written(session)).toEqual([]);
  });

  it('without a column that it needs is no use', async () => {
    const session = await declaredSession();
    const work = importInvoices(session, sample('not-ok/no-amount-column.csv'));
    await expect(work).rejects.toBeInstanceOf(UnusableFileError);
  });

  it('is only for those who may change invoices', async () => {
    const session = await declaredSession();
    const nobody = { ...session, actor: { id: 'x', name: 'Somebody', role: 'nobody' } as unknown as Actor };
    await expect(importInvoices(nobody, sample('ok/norte-march.csv'))).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('an invoice of a number that is recorded already', () => {
  const first = 'norte,orders,2026-03,N-1,Calls,12,3.60,43.20,EUR\nnorte,orders,2026-03,N-1,Setup,1,50.00,50.00,EUR\n';
  const changed =
    'norte,orders,2026-03,N-1,Training,1,20.00,20.00,EUR\nnorte,orders,2026-03,N-1,Calls,12.0,3.6,43.20,EUR\n';

  it('with other content is a conflict that names both, and nothing of the file is taken', async () => {
    const session = await declaredSession();
    await importInvoices(session, file(first));
    const other = `norte,orders,2026-03,N-2,Calls,1,3.60,3.60,EUR\n${changed}`;
    const error = await refusalOf(importInvoices(session, file(other)));
    expect(error.refusal).toBe('conflict');
    expect(said(error)).toEqual([
      [
        'norte N-1',
        'is recorded already with 2 lines and 93.20 EUR; this one has 2 lines and 63.20 EUR. Replace it (--replace) if this is what holds.',
      ],
    ]);
    expect((await written(session)).map(([number]) => number)).toEqual(['N-1']);
  });

  it('is replaced on purpose: an unchanged line keeps its state and its notes, wherever it stands now', async () => {
    const session = await declaredSession();
    const { invoices } = await importInvoices(session, file(first));
    const id = invoices[0]!.id;
    const base = { invoice: id, credited: '', note: '' };
    await setInvoiceLineState(session, { ...base, place: 1, state: 'disputed', note: 'two calls are not ours' });
    await addInvoiceNote(session, { invoice: id, place: 2, note: 'who ordered this?' });
    expect((await importInvoices(session, file(changed, true))).invoices).toMatchObject([{ id, change: 'replaced' }]);
    expect(await written(session)).toEqual([['N-1', null, 'Training 1 20 20.00 open', 'Calls 12 3.6 43.20 disputed']]);
    const notes = (await listInvoiceNotes(session.database, [id])).get(id);
    expect(notes?.map(({ place, text, change }) => [place, text, change?.kind ?? null])).toEqual([
      [2, 'two calls are not ours', 'state'],
      [null, 'who ordered this?', null],
      [null, '', 'replaced'],
    ]);
  });

  it('is another one where another vendor wrote it', async () => {
    const session = await declaredSession();
    await importInvoices(session, file(first));
    await importInvoices(session, file('lumina,,2026-03,N-1,Calls,1,3.60,3.60,EUR\n'));
    expect(await written(session)).toHaveLength(2);
  });
});

describe('an invoice that is typed', () => {
  const line = { line: 'Calls', quantity: '12', rate: '3.60', amount: '43.20' };
  const form = {
    ...{ vendor: 'norte', program: '', month: '2026-03', invoice_no: 'N-9', currency: 'EUR', payable: '43.20' },
    lines: [line],
    replace: false,
  };

  it('is recorded by the rules of the file', async () => {
    const session = await declaredSession();
    expect(await recordInvoice(session, form)).toMatchObject({ number: 'N-9', change: 'new' });
    expect(await recordInvoice(session, form)).toMatchObject({ change: 'unchanged' });
    expect(await written(session)).toEqual([['N-9', '43.20', 'Calls 12 3.6 43.20 open']]);
  });

  it('is refused with each fault at its field', async () => {
    const session = await declaredSession();
    const lines = [line, { ...line, line: '', amount: '43,20' }];
    const error = await refusalOf(recordInvoice(session, { ...form, month: 'March', payable: 'x', lines }));
    expect(said(error)).toEqual([
      ['month', '"March" is not a month (YYYY-MM)'],
      ['lines[1].line', 'is empty'],
      ['lines[1].amount', '"43,20" is not an amount (digits, and at most six decimals after a point)'],
      ['payable', '"x" is not an amount (digits, and at most six decimals after a point)'],
    ]);
    expect((await refusalOf(recordInvoice(session, { ...form, lines: [] }))).message).toBe(
      'an invoice has at least one line',
    );
    expect(await written(session)).toEqual([]);
  });
});

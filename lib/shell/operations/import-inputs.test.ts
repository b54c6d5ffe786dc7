import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Actor, ForbiddenError } from '#auth';
import type { Session } from '#db';
import { UnusableFileError } from '#imports';
import { type InputKind, importInputs, importRates, OperationError, recordInput, recordRate } from '#operations';
import { callLog, contract, declare, importLog, program, projectDir, runCli, say, testSession, vendor } from '#testing';
import { parseMonth } from '#time';
import { statementView } from '#views';

const kinds = ['hours', 'scores', 'forecast', 'indices'] as const;
const tables = { hours: 'agent_hours', scores: 'quality_score', forecast: 'forecast', indices: 'index_value' };

const sample = (fileName: string) => ({
  bytes: readFileSync(join(projectDir, 'samples/inputs', fileName)),
  fileName: fileName.split('/')[1] ?? fileName,
  vendor: null,
});
const file = (text: string, over: { vendor?: string } = {}) => ({
  bytes: new TextEncoder().encode(text),
  fileName: 'typed.csv',
  vendor: null,
  ...over,
});

const declared = {
  vendors: [vendor('norte'), vendor('lumina')],
  programs: [program('orders'), program('winback')],
  contracts: [contract('norte', { program: 'orders' })],
};

async function declaredSession(over: Partial<typeof declared> = {}): Promise<Session> {
  const session = await testSession();
  await declare(session, { ...declared, ...over });
  return session;
}

const stored = (session: Session, kind: InputKind) =>
  session.database.sql.query<Record<string, unknown>>(`select * from ${tables[kind]} order by 1, 2, 3`);

async function refusalOf(work: Promise<unknown>): Promise<OperationError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperationError);
  return error as OperationError;
}

const said = ({ issues }: OperationError) =>
  issues.map(({ path, message }) => [path, typeof message === 'string' ? message : say(message)]);

// First of the file: the command line opens the database of the settings, the first session's.
describe('the command line', () => {
  it('imports each kind, says what came of it, and names every fault', async () => {
    const session = await declaredSession();
    const path = (name: string) => join(projectDir, 'samples/inputs', name);
    for (const kind of kinds) {
      const { status, out } = await runCli(session, ['import', kind, path(`ok/${kind}.csv`), '--json']);
      expect(status).toBe(0);
      const { rows, inserted, updated, unchanged } = JSON.parse(out);
      expect({ inserted, updated, unchanged }).toEqual({ inserted: rows, updated: 0, unchanged: 0 });
    }
    const one = ['import', 'hours', path('ok/hours-of-one-vendor.csv')];
    expect((await runCli(session, [...one, '--vendor', 'lumina'])).out).toBe(
      '3 rows: 1 new, 2 corrected, 0 unchanged\n',
    );
    const lacking = await runCli(session, one);
    expect(lacking.status).toBe(2);
    expect(lacking.err).toContain('hours-of-one-vendor.csv, row 1, column vendor: the header lacks vendor');
    const bad = await runCli(session, ['import', 'scores', path('not-ok/scores-unknown-kpi.csv')]);
    expect(bad.status).toBe(2);
    expect(bad.err).toContain('row 3, column kpi: "nps" is none of qa, csat');
  });
});

describe('a file of inputs', () => {
  it.each(kinds)('of %s is taken whole, and the second time changes nothing', async (kind) => {
    const session = await declaredSession();
    const rows =
      readFileSync(join(projectDir, `samples/inputs/ok/${kind}.csv`), 'utf8')
        .trim()
        .split('\n').length - 1;
    const first = await importInputs(session, kind, sample(`ok/${kind}.csv`));
    expect(first).toEqual({ rows, inserted: rows, updated: 0, unchanged: 0, warnings: [] });
    const before = await stored(session, kind);
    expect(before).toHaveLength(rows);
    expect(before[0]).toMatchObject({ source: `${kind}.csv`, recorded_by: 'local', recorded_at: session.now() });

    const later = { ...session, now: () => new Date('2026-05-01T00:00:00Z'), actor: { ...session.actor, id: 'other' } };
    const again = await importInputs(later, kind, { ...sample(`ok/${kind}.csv`), fileName: 'copy.csv' });
    expect(again).toMatchObject({ rows, inserted: 0, updated: 0, unchanged: rows });
    expect(await stored(session, kind)).toEqual(before);
  });

  it('corrects only the rows that say something else', async () => {
    const session = await declaredSession();
    await importInputs(session, 'scores', sample('ok/scores.csv'));
    const later = { ...session, now: () => new Date('2026-05-01T00:00:00Z') };
    const text =
      'vendor,program,date,kpi,score,sample\nnorte,orders,2026-03-02,qa,86.50,12\nlumina,,2026-03-02,qa,92,20\n';
    expect(await importInputs(later, 'scores', file(text))).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
    const rows = await session.database.sql.query(
      'select kpi, score::text as score, source, recorded_at from quality_score order by score',
    );
    expect(rows).toEqual([
      { kpi: 'csat', score: '4.25', source: 'scores.csv', recorded_at: session.now() },
      { kpi: 'qa', score: '86.5', source: 'scores.csv', recorded_at: session.now() },
      { kpi: 'qa', score: '92', source: 'typed.csv', recorded_at: later.now() },
    ]);
  });

  it('leaves the figures that it does not give', async () => {
    const session = await declaredSession();
    await importInputs(session, 'hours', file('vendor,date,logged_hours\nnorte,2026-03-02,40\n'));
    const { updated } = await importInputs(session, 'hours', file('vendor,date,fte\nnorte,2026-03-02,5\n'));
    expect(updated).toBe(1);
    expect(await importInputs(session, 'hours', file('vendor,date,logged_hours\nnorte,2026-03-02,40\n'))).toMatchObject(
      {
        unchanged: 1,
      },
    );
    const [row] = await session.database.sql.query(
      'select logged_hours::text as logged, productive_hours as productive, fte::text as fte from agent_hours',
    );
    expect(row).toEqual({ logged: '40', productive: null, fte: '5' });
  });

  it('keeps every version of a forecast', async () => {
    const session = await declaredSession();
    const head = 'vendor,program,month,calls,issued_at\n';
    await importInputs(session, 'forecast', file(`${head}norte,orders,2026-03,4200,2026-01-15\n`));
    const { inserted, updated } = await importInputs(
      session,
      'forecast',
      file(`${head}norte,orders,2026-03,4600,2026-02-20\nnorte,orders,2026-03,4250,2026-01-15\n`),
    );
    expect({ inserted, updated }).toEqual({ inserted: 1, updated: 1 });
    expect(
      await session.database.sql.query('select calls, issued_at::text as issued from forecast order by issued_at'),
    ).toEqual([
      { calls: 4250, issued: '2026-01-15' },
      { calls: 4600, issued: '2026-02-20' },
    ]);
  });

  it('with one bad row is refused with every fault, and nothing of it is there', async () => {
    const session = await declaredSession();
    const error = await refusalOf(importInputs(session, 'hours', sample('not-ok/hours-several-faults.csv')));
    expect(error.message).toBe('hours-several-faults.csv: 1 of 2 rows cannot be taken, so none was');
    expect(said(error)).toEqual([
      ['row 3, column vendor', '"norge" is not a declared vendor'],
      ['row 3, column date', '"2026-03-32" does not exist: there is no 32 March 2026'],
      ['row 3, column logged_hours', '"x" is not a number (digits, and at most 4 decimals after a point)'],
      ['row 3, column fte', '"1.23456" is not a number (digits, and at most 4 decimals after a point)'],
    ]);
    expect(await stored(session, 'hours')).toEqual([]);
  });

  it('for a vendor that is not declared is no use, nor is a file that is no table', async () => {
    const session = await declaredSession();
    const unknown = importInputs(session, 'hours', { ...sample('ok/hours.csv'), vendor: 'norge' });
    await expect(unknown).rejects.toBeInstanceOf(UnusableFileError);
    const workbook = importInputs(session, 'indices', sample('not-ok/indices-workbook.csv'));
    await expect(workbook).rejects.toBeInstanceOf(UnusableFileError);
  });

  it('tells which columns it did not use', async () => {
    const session = await declaredSession();
    const { warnings } = await importInputs(
      session,
      'hours',
      file('vendor,date,logged_hours,productive\nnorte,2026-03-02,8,1\n'),
    );
    expect(warnings.map(say)).toEqual(['column "productive" is not used; is it meant to be "productive_hours"?']);
  });

  it('is only for those who may change inputs', async () => {
    const session = await declaredSession();
    const nobody = { ...session, actor: { id: 'x', name: 'Somebody', role: 'nobody' } as unknown as Actor };
    await expect(importInputs(nobody, 'hours', sample('ok/hours.csv'))).rejects.toBeInstanceOf(ForbiddenError);
    await expect(recordInput(nobody, 'hours', {})).rejects.toBeInstanceOf(ForbiddenError);
    await expect(recordRate(nobody, {})).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('a form', () => {
  it('is held to the rules of the file, with each fault at its field', async () => {
    const session = await declaredSession();
    const fields = {
      vendor: 'norte',
      program: '',
      date: '2026-03-32',
      logged_hours: '-1',
      productive_hours: '',
      fte: '',
    };
    expect(said(await refusalOf(recordInput(session, 'hours', fields)))).toEqual([
      ['date', '"2026-03-32" does not exist: there is no 32 March 2026'],
      ['logged_hours', '"-1" is negative'],
    ]);
    const empty = { vendor: 'norte', date: '2026-03-31' };
    expect(said(await refusalOf(recordInput(session, 'hours', empty)))).toEqual([
      ['', 'has no figure: a row gives at least one'],
    ]);
    expect(await stored(session, 'hours')).toEqual([]);
  });

  it('records one row, and says when it was there already', async () => {
    const session = await declaredSession();
    const fields = { index: 'it_labour', month: '2025-01', value: '118.4' };
    expect(await recordInput(session, 'indices', fields)).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    expect(await recordInput(session, 'indices', { ...fields, value: '118.40' })).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: 1,
    });
    expect(await stored(session, 'indices')).toMatchObject([{ source: 'form', recorded_by: 'local' }]);
  });

  it('records an exchange rate as the file of the European Central Bank gives it', async () => {
    const session = await declaredSession();
    const fields = { date: '2026-03-02', currency: 'USD', rate: '1.1698' };
    expect(await recordRate(session, fields)).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    const bytes = new TextEncoder().encode('Date,USD,\n2026-03-02,1.1698,\n');
    expect(await importRates(session, { bytes, fileName: 'rates.csv' })).toMatchObject({ inserted: 0, updated: 0 });
    const bad = { date: 'today', currency: 'EUR', rate: '0' };
    expect(said(await refusalOf(recordRate(session, bad))).map(([path]) => path)).toEqual(['date', 'currency', 'rate']);
  });
});

describe('charges', () => {
  const call = { call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 300 };
  const march = { vendor: 'norte', month: parseMonth('2026-03') };
  const amounts = async (session: Session) => {
    const view = await statementView(session, march);
    return view?.statements.map(({ lines, missing }) => [lines.map(({ amount }) => amount), missing.length]);
  };
  const judgedAt = async (session: Session) =>
    (await session.database.sql.query<{ at: Date }>('select max(judged_at) as at from verdict'))[0]?.at;

  it('follow the hours, and verdicts are judged again at once', async () => {
    const session = await declaredSession({
      contracts: [contract('norte', { charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }] })],
    });
    await importLog(session, callLog([call]));
    expect(await amounts(session)).toEqual([[[], 1]]);
    const later = { ...session, now: () => new Date('2026-05-01T00:00:00Z') };
    await importInputs(later, 'hours', file('vendor,date,logged_hours\nnorte,2026-03-02,40.5\n'));
    // 40.5 h x 28.80 = 1,166.40
    expect(await amounts(session)).toEqual([[[1_166_400_000n], 0]]);
    expect(await judgedAt(session)).toEqual(later.now());
    const latest = { ...session, now: () => new Date('2026-06-01T00:00:00Z') };
    await importInputs(latest, 'hours', file('vendor,date,logged_hours\nnorte,2026-03-02,40.5\n'));
    expect(await judgedAt(session)).toEqual(later.now());
  });
});

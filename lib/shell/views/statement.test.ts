import { beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '#format';
import { callLog, contract, declare, importLog, program, say, testSession, vendor } from '#testing';
import { statementsPage, statementView } from './statement.ts';

const session = await testSession();

beforeAll(async () => {
  const hourly = { charges: [{ kind: 'per_hour', basis: 'productive', rate: '36.00' }] };
  await declare(session, {
    vendors: [vendor('norte'), vendor('silent')],
    programs: [program('orders'), program('support')],
    contracts: [
      contract('norte', { program: 'orders', to: '2026-03-11' }),
      contract('norte', { program: 'orders', from: '2026-03-11', charges: [{ kind: 'fixed', amount: '310.00' }] }),
      contract('norte', { program: 'support', from: '2026-02-01', ...hourly }),
      contract('silent', { from: '2026-03-01', charges: [{ kind: 'fixed', amount: '100.00' }] }),
    ],
  });
  const call = (call_id: string, own: string, day: string) => ({
    call_id,
    program: own,
    started_at: `${day} 09:00`,
    talk_s: 100,
  });
  await importLog(
    session,
    callLog([
      call('a', 'orders', '2026-02-02'),
      call('b', 'support', '2026-02-03'),
      call('c', 'orders', '2026-03-02'),
      call('d', 'orders', '2026-03-20'),
    ]),
  );
});

const month = (text: string, own?: string) => statementView(session, { vendor: 'norte', month: text, program: own });

describe('the statement of a month', () => {
  it('has one table for each version, and says where one takes over', async () => {
    const view = await month('2026-03', 'orders');
    expect(view?.report.sections.map(({ title }) => say(title))).toEqual([
      'Charges of 1 – 10 Mar 2026, Program orders',
      'Charges of 11 – 31 Mar 2026, Program orders',
    ]);
    // 1 x 3.60 + 310 x 21 / 31 = 213.60; 2 calls
    expect(view?.report.headline.map(say)).toEqual([
      'Vendor norte should bill 213.60 EUR for Mar 2026.',
      'That is 106.80 EUR for each of 2 handled calls.',
      'The contract changes on 11 Mar 2026: each version prices its own days, in a table of its own.',
    ]);
  });

  it('knows the months beside it and the programs to choose from', async () => {
    const view = await month('2026-02');
    expect(view).toMatchObject({ previous: null, next: '2026-03', program: null, lacksInputs: false });
    expect(view?.programs.map(({ id }) => id)).toEqual(['orders', 'support']);
    expect(view?.statements).toHaveLength(2);
    expect((await month('2026-02', 'support'))?.statements).toHaveLength(1);
    expect(await month('2026-03')).toMatchObject({ previous: '2026-02', next: null });
  });

  it('is of no vendor that is not there, and of no month that is none', async () => {
    expect(await statementView(session, { vendor: 'nobody', month: '2026-03' })).toBeNull();
    for (const text of ['2026-13', '2026-3', 'march', '']) expect(await month(text)).toBeNull();
  });
});

describe('the statements of a vendor', () => {
  const rows = async (code: string) => {
    const view = await statementsPage(session, code);
    const [table] = view?.report.sections ?? [];
    if (table?.kind !== 'table') throw new Error('no table');
    return table.rows.map(({ cells, href }) => [...Object.values(cells).map((cell) => cellText(cell, say)), href]);
  };

  it('are listed by month, the newest first', async () => {
    // March: 213.60 and no support calls, 2 calls; February: 3.60 + 36 x 100 / 3600 = 4.60, 2 calls
    expect(await rows('norte')).toEqual([
      ['Mar 2026', '2', '213.60 EUR', '213.60 EUR', '106.80 EUR', '/vendors/norte/statements/2026-03'],
      ['Feb 2026', '2', '4.60 EUR', '4.60 EUR', '2.30 EUR', '/vendors/norte/statements/2026-02'],
    ]);
  });

  it('are there for a vendor that is owed a monthly amount without calls, which has no cost per call', async () => {
    expect(await rows('silent')).toEqual([
      ['Mar 2026', '0', '100.00 EUR', '100.00 EUR', '–', '/vendors/silent/statements/2026-03'],
    ]);
  });
});

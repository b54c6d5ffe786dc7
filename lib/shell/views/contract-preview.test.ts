import { beforeAll, describe, expect, it } from 'vitest';
import { listVersions, loadBooks, rerate, type Session } from '#db';
import { cellText } from '#format';
import { price, statementTotals } from '#pricing';
import type { Table } from '#reports';
import { callLog, contract, declare, importLog, norte, program, say, testSession, vendor } from '#testing';
import { addDays, type Day, type Month, monthPeriod } from '#time';
import { contractPreview } from './contract-preview.ts';

const march = monthPeriod('2026-03' as Month);
const terms = (over: object = {}) => contract('norte', { program: 'orders', ...over });
const total = (table: Table | undefined, side: 'current' | 'proposed') => {
  const cell = table?.total?.cells[side];
  return cell?.kind === 'amount' ? cell.amount : null;
};
const rowsOf = (table: Table | undefined) =>
  (table?.rows ?? []).map(({ cells }) =>
    ['line', 'current', 'proposed'].map((id) => (cells[id] ? cellText(cells[id], say) : '')),
  );

/** Three calls a day in February and March: 100 s, 200 s and 20 s of talk; the second is a sale of 50. */
async function calls(session: Session) {
  const rows = [];
  for (let day = '2026-02-01' as Day; day < '2026-04-01'; day = addDays(day, 1))
    for (const [index, talk] of [100, 200, 20].entries())
      rows.push({
        call_id: `${day}-${index}`,
        started_at: `${day}T10:0${index}:00Z`,
        talk_s: talk,
        hold_s: 0,
        wrap_s: 0,
        outcome: index === 1 ? 'sale' : 'no_sale',
        revenue: index === 1 ? 50 : '',
        currency: index === 1 ? 'EUR' : '',
      });
  await importLog(session, callLog(rows));
}

let session: Session;
beforeAll(async () => {
  session = await testSession();
  await declare(session, norte);
  await calls(session);
});

const preview = async (over: object = {}, id: string | null = null) => {
  const [stored] = await listVersions(session.database);
  return contractPreview(session, { id: id ?? stored?.id ?? null, terms: terms(over) });
};

describe('terms in an editor', () => {
  it('unchanged cost what the last full month cost', async () => {
    const { month, faults } = await preview();
    expect(faults).toEqual([]);
    // 31 days x 3 calls x 3.60 = 334.80
    expect(month).toMatchObject({ month: '2026-03', rerated: false });
    expect([total(month?.lines, 'current'), total(month?.lines, 'proposed')]).toEqual(['334.80', '334.80']);
  });

  it('with other prices are priced on stored rows, as the engine prices these', async () => {
    const charges = [
      { kind: 'per_call', rate: '2' },
      { kind: 'fixed', amount: '310' },
    ];
    const { month } = await preview({ charges });
    // 93 calls x 2 = 186, and 310 for the whole month: 496.
    expect(month?.rerated).toBe(false);
    expect(rowsOf(month?.lines)).toEqual([
      ['Calls', '334.80 EUR', '186.00 EUR'],
      ['Monthly amount', '', '310.00 EUR'],
    ]);
    const books = await loadBooks(session.database, march, { vendor: 'norte' });
    const [version] = books.versions;
    const priced = price({ ...version!, charges: charges as never }, '2026-03' as Month, books);
    expect(total(month?.lines, 'proposed')).toBe('496.00');
    expect(statementTotals(priced).billed).toBe(496_000_000n);
    // Cost a call 496 / 93 = 5.333; sold for 50 x 31 / 93 = 16.667 a call; nothing else is declared.
    expect(rowsOf(month?.figures).slice(0, 2)).toEqual([
      ['Cost per call', '3.60 EUR', '5.33 EUR'],
      ["Client's margin per call", '+13.07 EUR', '+11.33 EUR'],
    ]);
  });

  it('with another rating are priced on calls rated anew', async () => {
    const over = {
      rating: { initialSeconds: 60, excludeShorterThanSeconds: 30 },
      charges: [{ kind: 'per_minute', rate: '1.20' }],
    };
    const { month } = await preview(over);
    // 100 s and 200 s a day, the call of 20 s is not billed: 31 x 300 / 60 x 1.20 = 186.
    expect(month?.rerated).toBe(true);
    expect(total(month?.lines, 'proposed')).toBe('186.00');
    const [stored] = await listVersions(session.database);
    const rated = { ...stored!, id: 'other', rating: { ...stored!.rating, ...over.rating } };
    const rows = await rerate(session.database, { vendor: 'norte', period: march, versions: [rated] });
    expect(rows.reduce((sum, row) => sum + row.billedSeconds, 0)).toBe(31 * 300);
  });

  it('say what saving them does, and whether it touches days that are past', async () => {
    const later = await preview({ from: '2026-05-01' });
    expect(later.effects.map((text) => say(text))).toEqual([
      'The version from 1 Jan 2026 ends on 1 May 2026.',
      'New version from 1 May 2026.',
      'No day with calls is touched: nothing that is past changes.',
    ]);
    const earlier = await preview({ from: '2026-03-16' });
    expect(say(earlier.effects.at(-1)!)).toBe('Calls of 16 – 31 Mar 2026 are priced anew.');
  });
});

describe('bad terms in an editor are refused where they are entered', () => {
  const said = async (over: object, id?: string | null) => {
    const [stored] = await listVersions(session.database);
    const asked = { id: id === undefined ? (stored?.id ?? null) : id, terms: terms(over) };
    const { faults } = await contractPreview(session, asked);
    return faults.map(({ path, message }) => `${path}: ${typeof message === 'string' ? message : say(message)}`);
  };

  it('a new contract over one that is in force', async () => {
    expect(await said({ from: '2026-03-01' }, null)).toEqual([
      'from: The version from 1 Jan 2026 has no end: edit that version, or end it first.',
    ]);
    expect(await said({ from: '2025-12-01' }, null)).toEqual([
      'to: Another version begins on 1 Jan 2026: end on that day at the latest, or edit that version.',
    ]);
    expect(await said({ from: '2025-12-01', to: '2026-01-01' }, null)).toEqual([]);
  });

  it('a price by the logged hour without any logged hours', async () => {
    const charges = [{ kind: 'per_hour', basis: 'logged', rate: '30' }];
    expect(await said({ charges })).toEqual([
      'charges[0].basis: No logged hours are recorded on any of these days: import them first, or pay for productive hours.',
    ]);
    // Terms of days to come may be agreed before their hours are there.
    expect(await said({ charges, from: '2026-06-01' })).toEqual([]);
  });

  it('what the rules of a contract refuse', async () => {
    expect(await said({ charges: [{ kind: 'per_call', rate: '-1' }] })).toEqual([
      'charges[0].rate: an amount or rate cannot be negative',
    ]);
  });
});

describe('terms for all programs', () => {
  it('leave a program with a contract of its own alone', async () => {
    const other = await testSession();
    await declare(other, {
      vendors: [vendor('norte')],
      programs: [program('orders'), program('support')],
      contracts: [
        contract('norte'),
        contract('norte', { program: 'orders', charges: [{ kind: 'per_call', rate: '9' }] }),
      ],
    });
    await calls(other);
    const row = { call_id: 'x', started_at: '2026-03-31T10:00:00Z', talk_s: 60, outcome: 'sale' };
    await importLog(other, callLog([row]), { program: 'support' });
    const stored = (await listVersions(other.database)).find(({ program: own }) => own === undefined);
    const rated = { rating: { excludeShorterThanSeconds: 100 } };
    for (const over of [{}, rated]) {
      const { month } = await contractPreview(other, { id: stored!.id, terms: contract('norte', over) });
      // One call of support in March, of 60 s: 3.60, or nothing where shorter calls than 100 s are not billed.
      expect(total(month?.lines, 'current')).toBe('3.60');
      expect(total(month?.lines, 'proposed')).toBe(over === rated ? '0.00' : '3.60');
    }
  });
});

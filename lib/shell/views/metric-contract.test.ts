import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { type Cell, markOf } from '#format';
import { fileOfBytes } from '#imports';
import { assessBatch } from '#operations';
import type { Report, Table } from '#reports';
import { callLog, contract, declare, importLog, norte, program, say, testSession, vendor } from '#testing';
import { parseDay, period } from '#time';
import { batchQuality, economicsView, modelsView, overview, vendorPage, verdictsView, whatIfView } from '#views';

let session: Session;
const march = period(parseDay('2026-03-01'), parseDay('2026-04-01'));
const february = period(parseDay('2026-02-01'), parseDay('2026-03-01'));

/** A finished call of Zendesk Talk with wrap-up time. */
const talk = (id: number, at: string) => ({
  ...{ id, created_at: at, updated_at: at, agent_id: 7, direction: 'inbound', completion_status: 'completed' },
  ...{ duration: 131, talk_time: 110, hold_time: 9, wait_time: 12, wrap_up_time: 40, call_charge: '0.07' },
});

beforeAll(async () => {
  session = await testSession();
  await declare(session, {
    ...norte,
    vendors: [vendor('norte'), vendor('atlas')],
    programs: [program('orders')],
    contracts: [
      contract('norte', { program: 'orders', plan: { ahtSeconds: 100 } }),
      contract('atlas', { program: 'orders', plan: { ahtSeconds: 100 } }),
    ],
  });
  const own = { hold_s: 5, answered: 'true', outcome: 'resolved' };
  const calls = [1, 2, 3, 4].map((n) => ({
    call_id: `n${n}`,
    started_at: `2026-03-0${n}T09:00:00Z`,
    talk_s: 90,
    ...own,
  }));
  // Three of four calls lack their after-call work.
  await importLog(session, callLog(calls.map((call, index) => ({ ...call, wrap_s: index === 0 ? 20 : '' }))));
  const records = { calls: [talk(1, '2026-03-02T09:00:00Z'), talk(2, '2026-03-03T09:00:00Z')] };
  const { batch } = await importLog(session, '', {
    files: [fileOfBytes('talk.json', new TextEncoder().encode(JSON.stringify(records)))],
    vendor: 'atlas',
  });
  await assessBatch(session, batch);
});

const NORTE = 'AHT of Vendor norte here excludes after-call work of 75.0% of the calls.';
const ATLAS = /^AHT of Vendor atlas here is as its platform counts it: .*consult/;

function marksIn({ sections }: Report, table: string, column: string): (string | null)[] {
  const found = sections.find((section) => section.id === table) as Table | undefined;
  const cells = [...(found?.rows ?? []), ...(found?.total ? [found.total] : [])].map((row) => row.cells[column]);
  return cells.map((cell: Cell | undefined) => markOf(cell)).map((mark) => mark && say(mark));
}

describe('what an AHT is made of is said where it stands', () => {
  const filters = { from: march.from, to: march.to };

  it('on the overview, beside each vendor, and in the notes', async () => {
    const { report } = await overview(session, filters);
    const marks = marksIn(report, 'vendors', 'aht');
    expect(marks.sort()).toEqual([
      'AHT in all is of vendors whose AHT is not made of the same parts.',
      expect.stringMatching(ATLAS),
      NORTE,
    ]);
    expect(report.notes.map(say)).toEqual(
      expect.arrayContaining([`* ${NORTE}`, expect.stringMatching(/^\* AHT of Vendor atlas/)]),
    );
  });

  it('on a vendor’s page: in the picture, the chart and the mix', async () => {
    const view = await vendorPage(session, 'atlas', filters);
    const [picture, chart] = ['handle', 'aht'].map((id) => view?.report.sections.find((section) => section.id === id));
    expect(picture?.kind === 'handle' && picture.mark && say(picture.mark)).toMatch(ATLAS);
    expect(chart?.notes.map(say).join()).toMatch(ATLAS);
    expect(view && marksIn(view.report, 'mix', 'aht')).toEqual([expect.stringMatching(ATLAS)]);
  });

  it('in economics of any grouping, and in verdicts', async () => {
    const { report } = await economicsView(session, { period: march, by: ['vendor'] });
    expect(marksIn(report, 'economics', 'aht')).toEqual([expect.stringMatching(ATLAS), NORTE]);
    const weeks = await economicsView(session, { period: march, by: ['month'], vendor: 'norte' });
    expect(marksIn(weeks.report, 'economics', 'aht')).toEqual([NORTE]);
    const { report: judged } = await verdictsView(session);
    expect(judged && marksIn(judged, 'verdicts', 'aht')).toEqual([expect.stringMatching(ATLAS), NORTE]);
  });

  it('in what if and in the comparison of models', async () => {
    const asked = { vendor: 'norte', period: march };
    const tried = await whatIfView(session, { ...asked, terms: {} });
    const report = tried && 'report' in tried ? tried.report : null;
    expect(report && marksIn(report, 'figures', 'aht').filter(Boolean)).toEqual([]);
    const figures = report?.sections.find(({ id }) => id === 'figures') as Table;
    const { current, proposed } = figures.rows.find(({ id }) => id === 'aht')?.cells ?? {};
    expect([current, proposed].map((cell) => say(markOf(cell) ?? { key: '' }))).toEqual([NORTE, NORTE]);
    const models = await modelsView(session, asked);
    expect(models && 'report' in models && models.report.notes.map(say)).toEqual(expect.arrayContaining([NORTE]));
  });

  it('not in a period of which no delivery has calls', async () => {
    // Norte's delivery has not been looked at: its days are not known, and its notes would stand; it has none.
    const { report } = await economicsView(session, { period: february, by: ['vendor'] });
    expect(report.notes.map(say)).toEqual([]);
  });

  it('and on the delivery itself', async () => {
    const [{ id } = { id: '' }] = await session.database.sql.query<{ id: string }>(
      `select b.id from import_batch b join vendor v on v.id = b.vendor_id where v.code = 'atlas'`,
    );
    const view = await batchQuality(session, id);
    expect(view?.report.notes.map(say)[0]).toMatch(/^How this source counts: .*consult/);
  });
});

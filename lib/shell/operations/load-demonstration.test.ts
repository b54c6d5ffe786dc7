import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPrograms, listVendors, readRollup } from '#db';
import { reportCsv, reportText } from '#exports';
import { cellText, translator } from '#format';
import { type ImportResult, loadDemonstration, OperationError, rebuildRollup } from '#operations';
import type { Report } from '#reports';
import { projectDir, testSession } from '#testing';
import { type FilterInput, invoicesPage, overview, vendorPage, verdictsView } from '#views';
import en from '../../../messages/en.json' with { type: 'json' };

const say = translator(en, 'en');
const samplesDir = join(projectDir, 'samples');
const session = await testSession();
let results: ImportResult[] = [];

beforeAll(async () => {
  results = await loadDemonstration(session, { samplesDir });
});

describe('the demonstration', () => {
  it('comes in whole', () => {
    expect(results).toHaveLength(6);
    for (const { rows, inserted, rejected, repeated } of results)
      expect([inserted, rejected, repeated]).toEqual([rows, 0, 0]);
    const calls = results.reduce((sum, { inserted }) => sum + inserted, 0);
    expect(calls).toBe(252_360);
  });

  // samples/README.md tells the stories; the product has to find them out.
  it.each([
    ['talabay', 'failing', 'underpriced', { vendorBook: 'failing', client: 'healthy' }],
    ['borgolinea', 'healthy', 'sound', {}],
    ['tonolinia', 'failing', 'overpriced', { client: 'failing' }],
    ['harrowmere', 'failing', 'broken', {}],
    ['drinvoce', 'healthy', 'sound', {}],
    ['oltelia', 'not_enough_evidence', null, {}],
  ])('finds %s %s, price %s', async (vendor, state, zone, { vendorBook, client }: Record<string, string>) => {
    const { verdicts } = await verdictsView(session);
    const own = verdicts.filter((verdict) => verdict.vendor === vendor);
    expect(own).toHaveLength(1);
    expect(own[0]?.state).toBe(state);
    if (zone) expect(own[0]?.zone).toBe(zone);
    if (vendorBook) expect(own[0]?.vendorBook.state).toBe(vendorBook);
    if (client) expect(own[0]?.client.state).toBe(client);
    expect(own[0]?.reasons.length).toBeGreaterThan(0);
  });

  it('is refused where there are vendors', async () => {
    const error = await loadDemonstration(session, { samplesDir }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperationError);
    expect((error as OperationError).refusal).toBe('precondition_failed');
    expect(await listVendors(session.database)).toHaveLength(6);
  });

  it('has a roll-up that equals a rebuilt one', async () => {
    const kept = await readRollup(session.database, {});
    await rebuildRollup(session);
    expect(await readRollup(session.database, {})).toEqual(kept);
  });
});

/** Every way to look at it that the header of a page offers. */
async function looks(): Promise<FilterInput[]> {
  const { filters } = await overview(session, {});
  expect(filters.presets.map(({ id }) => id)).toEqual([
    ...['last_30_days', 'last_90_days', 'this_month', 'last_month', 'last_3_months', 'year_to_date', 'all'],
  ]);
  const programs = [undefined, ...(await listPrograms(session.database)).map(({ code }) => code)];
  return filters.presets.flatMap(({ from, to }) => programs.map((program) => ({ from, to, program })));
}

/** Everything that a report would say, on a terminal and in a file: no sentence without its words or figures. */
function expectWhole(report: Report): void {
  const text = `${reportText(report, say, 200)}\n${reportCsv(report, say)}`;
  expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|\{[a-zA-Z]+\}/);
  expect(report.sections.length).toBeGreaterThan(0);
}

describe('every page of it', () => {
  it('of the overview builds a whole report', { timeout: 120_000 }, async () => {
    for (const look of await looks()) expectWhole((await overview(session, look)).report);
  });

  it('of a vendor builds a whole report', { timeout: 120_000 }, async () => {
    const all = await looks();
    for (const { code } of await listVendors(session.database))
      for (const look of all) {
        const view = await vendorPage(session, code, look);
        expect(view?.vendor.code).toBe(code);
        expect(view?.demonstration).toBe(true);
        if (view) expectWhole(view.report);
      }
  });

  it('shows the invented vendors as a demonstration', async () => {
    expect((await overview(session, {})).demonstration).toBe(true);
    expect(await vendorPage(session, 'nobody', {})).toBeNull();
  });
});

describe("the overview's file", () => {
  it('holds the figures of the page', async () => {
    const { report } = await overview(session, {});
    const table = report.sections.find((section) => section.kind === 'table' && section.id === 'vendors');
    if (table?.kind !== 'table') throw new Error('the overview has no table of vendors');
    const [head = '', ...lines] = reportCsv(report, say, { bom: false }).trimEnd().split('\r\n');
    expect(lines).toHaveLength(table.rows.length + (table.total ? 1 : 0));
    const calls = table.rows.map(({ cells }) => cells.calls);
    const place = table.columns.findIndex(({ id }) => id === 'calls');
    expect(place).toBeGreaterThanOrEqual(0);
    expect(head).toContain(say(table.columns[place]!.label));
    for (const [index, cell] of calls.entries()) {
      if (cell?.kind !== 'count') throw new Error(`calls are shown as ${cell?.kind}`);
      expect(lines[index]).toContain(String(cell.value));
    }
  });
});

describe('the invoices of the demonstration', () => {
  it('agree with our statements where they should, and ask for more where they should', async () => {
    const { report } = await invoicesPage(session, {});
    const table = report.sections.find(({ id }) => id === 'bills');
    if (table?.kind !== 'table') throw new Error('the list of invoices has no table');
    const told = table.rows.map(({ cells }) =>
      [cells.numbers, cells.difference].map((cell) => cell && cellText(cell, say)),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        ['BL-2026-01', '0.00 EUR'],
        ['BL-2026-02', '248.00 EUR'],
        ['DR-2026-02', '0.00 EUR'],
        // 16,573.65 minutes at 0.46 instead of 0.44 are 331.47 more, and the training 350.00
        ['HC-0226', '681.47 GBP'],
      ]),
    );
  });
});

describe('pages', () => {
  // The last test: it takes the calls away.
  it('need no calls, only their roll-up', async () => {
    const look = async () => [await overview(session, {}), await vendorPage(session, 'talabay', {})];
    const before = await look();
    await session.database.sql.execute('truncate call');
    expect(await look()).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { type Cell, figureText } from '#format';
import type { Report, Row, Table } from '#reports';
import { pdfPages } from './pdf/pdf-text.fixture.ts';
import { charges, chart, now, report, say } from './report.fixture.ts';
import { reportPdf } from './report-pdf.ts';

const pagesOf = async (changes: Partial<Report> = {}) =>
  pdfPages(await reportPdf({ ...report, ...changes }, say, { now }));
/** Words are written apart; where a line ends between them is not what is tested. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

function expectSaid(said: string, expected: readonly string[]): void {
  const whole = squeezed(said);
  for (const text of expected) expect(whole).toContain(squeezed(text));
}

/** A table of so many rows, a figure each. */
const long = (count: number): Table => ({
  kind: 'table',
  id: 'long',
  title: { key: 'columns.charges' },
  columns: [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start' },
    { id: 'calls', label: { key: 'columns.calls' }, align: 'end' },
  ],
  rows: Array.from(
    { length: count },
    (_, at): Row => ({
      id: `${at}`,
      cells: { vendor: { kind: 'text', text: `vendor${at}` }, calls: { kind: 'count', value: 10_000 + at } },
    }),
  ),
  notes: [],
});

describe('a report for print', () => {
  it('says its title, its days, its answer and its notes', async () => {
    const pages = await pagesOf();
    expectSaid(pages.join(' '), [
      'Müller & Söhne',
      '1 Jul – 30 Sep 2026 · EUR',
      "1 of 2 vendors' price models fails.",
      say({ key: 'notes.interval' }),
      say({ key: 'books.note' }),
      say({ key: 'zoneMeanings.broken' }),
      'Calls take 432 s; 300 s was planned when the price was agreed.',
    ]);
  });

  it('has every figure as the page writes it, and sums with their minor units', async () => {
    const [page = ''] = await pagesOf({ sections: [charges] });
    const cells = [...charges.rows, charges.total!].flatMap((row) => Object.values(row.cells));
    const texts = cells.map((cell: Cell) => figureText(cell, say));
    expectSaid(
      page,
      cells.flatMap((cell, at) => (cell.kind === 'amount' ? [] : [texts[at] ?? ''])),
    );
    // The page writes 1,234,567,890,123,457 and -41,200 and keeps the rest for exports.
    expectSaid(page, ['1,234,567,890,123,456.78', '-41,200.40', '1,234,567,890,082,256.38', '-0.44', '+1.05']);
  });

  it('writes the letters of every language of the trade and the signs of money', async () => {
    const names = ['Łódź', 'București, Iași', 'Αθήνα', 'София', 'Çağrı', 'Tiranë', '12 €', '−5', 'naïve œuvre'];
    const rows = names.map((text, id): Row => ({ id: `${id}`, cells: { vendor: { kind: 'text', text } } }));
    const [page = ''] = await pagesOf({ sections: [{ ...long(0), rows }] });
    expect(page).not.toContain('\uFFFD');
    expectSaid(page, names);
  });

  it('numbers its pages and says when it was made', async () => {
    const pages = await pagesOf({ sections: [long(100)] });
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries())
      expectSaid(page, [`Page ${at + 1} of ${pages.length}`, 'Made by Breakeven on 2 Oct 2026, 08:30 UTC']);
  });

  it('repeats the head of a table on every page, and leaves out no row', async () => {
    const pages = await pagesOf({ sections: [long(100)], notes: [] });
    for (const page of pages) expectSaid(page, ['Handled calls']);
    const said = pages.join(' ');
    for (let at = 0; at < 100; at += 1)
      expect(said).toMatch(new RegExp(`vendor${at}\\s+10,0${String(at).padStart(2, '0')}`));
  });

  it('prints the first rows of a table that nobody would read on paper, and says so', async () => {
    const said = (await pagesOf({ sections: [long(501)] })).join(' ');
    expectSaid(said, ['vendor499', 'These are the first 500 of 501 rows; the CSV and the workbook hold all of them.']);
    expect(said).not.toContain('vendor500');
  });

  it('lies across where a table needs the width, and takes a wider one apart under the names again', async () => {
    const shape = async (sections: Report['sections']) =>
      /\/MediaBox \[0 0 ([\d.]+)/.exec(
        Buffer.from(await reportPdf({ ...report, sections }, say, { now })).toString('latin1'),
      )?.[1];
    expect([await shape([long(3)]), await shape([charges])]).toEqual(['595.28', '841.89']);
    const columns = Array.from({ length: 30 }, (_, at) => ({ ...long(0).columns[1]!, id: `c${at}` }));
    const cells = Object.fromEntries(
      columns.map(({ id }, at) => [id, { kind: 'count', value: 1_000_000 + at } as const]),
    );
    const wide: Table = {
      ...long(0),
      columns: [long(0).columns[0]!, ...columns],
      rows: [{ id: 'w', cells: { vendor: { kind: 'text', text: 'Widest' }, ...cells } }],
    };
    const said = (await pagesOf({ sections: [wide] })).join(' ');
    expectSaid(
      said,
      columns.map((_, at) => `1,000,0${String(at).padStart(2, '0')}`),
    );
    expect(said.match(/Widest/g)?.length).toBeGreaterThan(1);
  });

  it('draws a chart as lines with its axes, and says what its marks stand for', async () => {
    const bytes = await reportPdf({ ...report, sections: [chart] }, say, { now });
    const said = pdfPages(bytes).join(' ');
    expectSaid(said, [
      'Cost per call',
      'Revenue per call',
      '6 Jul 2026',
      '27 Jul 2026',
      '13 Jul 2026: Contract begins',
    ]);
    // The points are in the workbook.
    expect(said).not.toContain('3.60');
  });

  it('shows a chart of nothing as a table of gaps, and says where there is no row', async () => {
    const unknown = {
      ...chart,
      lines: chart.lines.map((line) => ({ ...line, points: line.points.map((own) => ({ ...own, value: null })) })),
    };
    const said = (await pagesOf({ sections: [unknown, long(0)] })).join(' ');
    expectSaid(said, ['Week from', '–', 'Nothing to show.']);
  });
});

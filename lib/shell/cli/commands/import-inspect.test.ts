import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseMapping } from '#imports';
import { saveImportMapping } from '#operations';
import { declare, norte, runCli, testSession } from '#testing';

const session = await testSession();
await declare(session, norte);

const folder = mkdtempSync(join(tmpdir(), 'breakeven-'));
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
async function cli(...args: string[]) {
  const answer = await runCli(session, ['import', ...args, '--vendor', 'norte', '--program', 'orders']);
  return { ...answer, json: args.includes('--json') && answer.status === 0 ? JSON.parse(answer.out) : null };
}

const march = file(
  'marzo.csv',
  'ID chiamata;Data;Ora;Operatore;Durata;Esito;Importo',
  'a-1;14/03/2026;09:15:00;Rossi;125,5;VENDITA;1.234,50',
  'a-2;14/03/2026;09:18:10;Rossi;15,5;DA VERIFICARE;0,00',
);
const mapping = file(
  'mapping.yaml',
  'decimal: comma',
  'columns:',
  '  call_id: { from: ID chiamata }',
  '  started_at: { from: [Data, Ora], format: "dd/MM/yyyy HH:mm:ss" }',
  '  talk_s: { from: Durata, unit: seconds }',
  '  disposition: { from: Esito }',
  '  revenue: { from: Importo }',
  'outcomes: { VENDITA: sale }',
  'otherwise: no_sale',
);

it('tells what a table is, what its rows would become and by which mapping', async () => {
  const { status, out } = await cli('inspect', march);
  expect(status).toBe(0);
  expect(out.split('\n')).toEqual(
    expect.arrayContaining([
      'marzo.csv: no log that is known (utf-8)',
      '  row 2: call a-1 of orders, 2026-03-14T08:15:00.000Z, talk 125.5 s, sale',
      '  row 3: Esito is not in the outcome map of vendor norte',
      'all 2 records: 1 calls, 1 rejected, 0 of no call',
      'dispositions that nobody explained: DA VERIFICARE (1)',
      '# Durata: talk_s, 2 of 2 values are durations in seconds, by their size and form',
      'decimal: comma',
      '  talk_s:',
      '    from: Durata',
    ]),
  );
  expect(await session.database.prisma.importBatch.count()).toBe(0);
});

it('gives as JSON what a script wants', async () => {
  const { status, json } = await cli('inspect', march, '--mapping', mapping, '--json');
  expect(status).toBe(0);
  expect(json).toMatchObject({
    ready: true,
    documents: [{ format: 'mapping', problem: null }],
    whole: true,
    counts: { records: 2, calls: 2, rejected: 0, notCalls: 0 },
    outcomes: [
      { outcome: 'sale', calls: 1 },
      { outcome: 'no_sale', calls: 1 },
    ],
    records: [
      { row: 2, cells: ['a-1', '14/03/2026', '09:15:00', 'Rossi', '125,5', 'VENDITA', '1.234,50'] },
      { row: 3, call: { call_id: 'a-2', talk_s: 15.5, revenue: '0.00', outcome: 'no_sale' } },
    ],
    table: { origin: 'asked', questions: [] },
  });
});

it('asks which of two dates is meant', async () => {
  const path = file('x.csv', 'Call ID,Date,Duration', '1,01/02/2026,60');
  const { out } = await cli('inspect', path);
  expect(out).toContain('# Date: is the format dd/MM/yyyy or MM/dd/yyyy?');
  expect(out).toContain('#   "01/02/2026" would be 2026-02-01 00:00:00 or 2026-01-02 00:00:00');
});

it('looks at several files, and tells what is wrong with one', async () => {
  const log = file('log.csv', 'call_id,started_at,talk_s', 'c-1,2026-03-02T09:15:00Z,60');
  const { json } = await cli('inspect', log, file('empty.csv', ''), '--json');
  expect(json).toMatchObject({ ready: false, counts: { calls: 1 } });
  expect(json.documents).toMatchObject([{ problem: null }, { problem: expect.stringContaining('the file is empty') }]);
});

it('says every fault of a mapping, and imports by a good one', async () => {
  const bad = file('bad.yaml', 'columns:', '  call_id: { constant: x }', '  talk_s: { from: Durata, unit: hours }');
  const refused = await cli('calls', march, '--mapping', bad);
  expect(refused.status).toBe(2);
  for (const path of ['columns.call_id', 'columns.started_at', 'columns.talk_s.unit'])
    expect(refused.err).toContain(`  ${path}`);
  const both = await cli('calls', march, '--mapping', mapping, '--format', 'canonical');
  expect(both).toMatchObject({ status: 2, err: expect.stringContaining('exclude each other') });
  const { status, json } = await cli('calls', march, '--mapping', mapping, '--json');
  expect(status).toBe(0);
  expect(json).toMatchObject({ format: 'mapping', rows: 2, inserted: 2, rejected: 0 });
});

it('reads a vendor’s next file by the mapping that was saved for its header', async () => {
  const header = ['durata', 'data', 'ora', 'id chiamata', 'operatore', 'esito', 'importo'];
  const parsed = parseMapping((await cli('inspect', march, '--mapping', mapping, '--json')).json.table.mapping);
  if (!parsed.ok) throw new Error('no mapping');
  await saveImportMapping(session, { vendor: 'norte', name: 'weekly', header, mapping: parsed.mapping });
  const april = file(
    'aprile.csv',
    'Operatore;ID CHIAMATA;Data;Ora;Durata;Esito;Importo',
    'Rossi;b-1;01/04/2026;09:15:00;60,5;VENDITA;10,00',
  );
  const { json } = await cli('calls', april, '--json');
  expect(json).toMatchObject({ format: 'mapping', rows: 1, inserted: 1, rejected: 0 });
});

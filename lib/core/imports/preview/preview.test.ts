import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../import-options.ts';
import { parseMapping } from '../mapping/parse.ts';
import type { Mapping } from '../mapping/schema.ts';
import { say } from '../said.test-data.ts';
import { readAll, sampleOptions, samples } from '../samples.test-data.ts';
import { fileOfBytes, type SourceFile } from '../source-file.ts';
import { previewCallLog } from './preview.ts';

const file = (name: string, text: string) => fileOfBytes(name, new TextEncoder().encode(text));
const previewed = (files: readonly SourceFile[], options: Partial<ImportOptions> = {}, limit?: number) =>
  previewCallLog(files, { ...sampleOptions, ...options }, limit);

const italian = file(
  'marzo.csv',
  [
    'ID chiamata;Data;Ora;Operatore;Durata;Esito;Importo',
    'a-1;14/03/2026;09:15:00;Rossi;125,5;VENDITA;1.234,50',
    'a-2;14/03/2026;09:18:10;Rossi;15,5;OCCUPATO;0,00',
    'a-3;15/03/2026;18:20:00;Bianchi;-5;DA VERIFICARE;15,00',
  ].join('\n'),
);

describe('a preview of a table that is no known log', () => {
  it('shows what each row becomes by the proposed mapping', async () => {
    const { documents, records, counts, outcomes, dispositions, rejects, mapping } = await previewed([italian]);
    expect(documents).toMatchObject([{ name: 'marzo.csv', format: null, encoding: 'utf-8', problem: null }]);
    expect(documents[0]?.header).toEqual(['ID chiamata', 'Data', 'Ora', 'Operatore', 'Durata', 'Esito', 'Importo']);
    expect(mapping?.questions).toEqual([]);
    expect(counts).toEqual({ records: 3, calls: 2, rejected: 1, notCalls: 0 });
    expect(records.map(({ row, cells, call }) => [row, cells[0], call?.talkMs, call?.revenue, call?.outcome])).toEqual([
      [2, 'a-1', 125_500, 1_234_500_000n, 'sale'],
      [3, 'a-2', 15_500, 0n, 'no_contact'],
      [4, 'a-3', undefined, undefined, undefined],
    ]);
    expect(records[2]?.faults.map(({ column, value, reason }) => `${column} ${value} ${say(reason)}`)).toEqual([
      'Esito DA VERIFICARE is not in the outcome map of vendor norte',
      'Durata -5 is negative: a duration cannot be',
    ]);
    expect(outcomes).toEqual([
      { outcome: 'sale', calls: 1 },
      { outcome: 'no_contact', calls: 1 },
    ]);
    expect(dispositions).toContainEqual({ word: 'DA VERIFICARE', outcome: null, calls: 1 });
    expect(rejects.map(({ column, records: count }) => [column, count])).toEqual([
      ['Esito', 1],
      ['Durata', 1],
    ]);
  });

  it('makes no calls of it while a question is open', async () => {
    const { counts, records, mapping } = await previewed([
      file('x.csv', 'Call ID,Date,Duration\n1,01/02/2026,60\n2,03/04/2026,70\n'),
    ]);
    expect(mapping?.questions).toEqual([
      {
        column: 'Date',
        formats: ['dd/MM/yyyy', 'MM/dd/yyyy'],
        examples: [
          { text: '01/02/2026', reads: ['2026-02-01 00:00:00', '2026-01-02 00:00:00'] },
          { text: '03/04/2026', reads: ['2026-04-03 00:00:00', '2026-03-04 00:00:00'] },
        ],
      },
    ]);
    expect(counts.calls).toBe(0);
    expect(records.map(({ cells }) => cells)).toEqual([
      ['1', '01/02/2026', '60'],
      ['2', '03/04/2026', '70'],
    ]);
    expect(parseMapping(mapping?.mapping)).toMatchObject({ ok: false });
  });

  it('reads it by the mapping on the page, and says what that lacks', async () => {
    const mapping: Mapping = {
      decimal: 'comma',
      columns: {
        call_id: { from: 'id CHIAMATA' },
        started_at: { from: ['Data', 'Ora'], format: 'dd/MM/yyyy HH:mm:ss' },
        talk_s: { from: 'Durata', unit: 'seconds' },
        disposition: { from: 'Esito' },
      },
      otherwise: 'no_sale',
    };
    const { documents, counts } = await previewed([italian], { mapping });
    expect(documents[0]).toMatchObject({ format: 'mapping', problem: null });
    expect(counts).toMatchObject({ calls: 2, rejected: 1 });
    const wrong = await previewed([italian], {
      mapping: { ...mapping, columns: { ...mapping.columns, agent: { from: 'Operatori' } } },
    });
    expect(say(wrong.documents[0]!.problem!)).toContain('lacks Operatori (is "Operatore" meant?)');
  });

  it('reads it by a mapping that was saved for its header', async () => {
    const proposed = parseMapping((await previewed([italian])).mapping?.mapping);
    if (!proposed.ok) throw new Error('no mapping');
    const saved = {
      name: 'norte',
      header: ['esito', 'importo', 'id chiamata', 'data', 'ora', 'operatore', 'durata'],
      mapping: proposed.mapping,
    };
    const { documents, counts } = await previewed([italian], { savedMappings: [saved] });
    expect(documents[0]).toMatchObject({ format: 'mapping', problem: null });
    expect(counts.calls).toBe(2);
    expect(
      (await previewed([italian], { savedMappings: [{ ...saved, header: ['id'] }] })).documents[0]?.format,
    ).toBeNull();
  });
});

describe('a preview of a known log', () => {
  it('is what the import makes of its beginning', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('ok/italian-dispositions.csv', samples)));
    const options = { vendor: 'lumina' };
    const { calls } = await readAll(bytes, options);
    const { records, documents, mapping } = await previewed([fileOfBytes('calls.csv', bytes)], options);
    expect(documents).toMatchObject([{ format: 'canonical', problem: null }]);
    expect(records.map(({ call }) => call)).toEqual(calls.map(({ call }) => call));
    expect(mapping).toBeNull();
  });

  it('looks at no more than the beginning', async () => {
    async function* endless() {
      yield new TextEncoder().encode('call_id,started_at,talk_s\n');
      for (let row = 0; ; row += 1000)
        yield new TextEncoder().encode(
          Array.from({ length: 1000 }, (_, at) => `c-${row + at},2026-03-02T09:15:00Z,60\n`).join(''),
        );
    }
    const { counts, records } = await previewed([{ ...italian, size: null, open: endless }]);
    expect(counts.calls).toBe(1000);
    expect(records).toHaveLength(50);
  });

  it('tells what is wrong with one file, and looks at the others', async () => {
    const { documents, counts } = await previewed([
      file('empty.csv', ''),
      file('notes.txt', 'Dear colleague,\nplease find the calls attached.\n'),
      file('calls.csv', 'call_id,started_at,talk_s\nc-1,2026-03-02T09:15:00Z,60\n'),
    ]);
    expect(documents.map(({ name, format, problem }) => [name, format, problem === null])).toEqual([
      ['empty.csv', null, false],
      ['notes.txt', null, false],
      ['calls.csv', 'canonical', true],
    ]);
    expect(counts.calls).toBe(1);
  });
});

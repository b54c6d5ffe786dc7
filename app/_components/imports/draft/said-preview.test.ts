import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { translator } from '#format';
import { parseMicros } from '#money';
import type { ImportPreview } from '#views';
import messages from '../../../../messages/en.json' with { type: 'json' };
import { saidPreview } from './said-preview.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});

const call: Call = {
  ...{ callId: 'c-1', vendor: 'norte', program: 'orders', callType: null, direction: 'inbound' },
  // 14 March 2026, 09:15 in Rome.
  startedAt: Date.UTC(2026, 2, 14, 8, 15),
  ...{ waitMs: null, talkMs: 61_500, holdMs: 0, wrapMs: null, answered: true, disposition: 'Venta', outcome: 'sale' },
  ...{ agent: null, customerRef: 'abcdef0123', revenue: parseMicros('1234.5'), currency: 'EUR' },
  ...{ legOf: null, details: null },
};

const view: ImportPreview = {
  asked: { vendor: 'norte', program: 'orders', timezone: 'Europe/Rome', format: null },
  preview: {
    documents: [
      {
        ...{ name: 'a.csv', format: null, header: ['Id', 'Data'], encoding: 'utf-8' },
        metrics: { unreported: ['wrap'], notes: [{ key: 'importWarnings.guessed_encoding' }] },
        problem: { key: 'files.empty' },
      },
    ],
    whole: true,
    records: [
      { file: 1, row: 2, cells: ['c-1', null], call, faults: [] },
      {
        ...{ file: 1, row: 3, cells: ['c-2', 'x'], call: null },
        faults: [{ column: 'Data', value: 'x', reason: { key: 'rejects.empty' } }],
      },
    ],
    counts: { records: 2, calls: 1, rejected: 1, notCalls: 0 },
    outcomes: [{ outcome: 'sale', calls: 1 }],
    dispositions: [],
    queues: [],
    rejects: [{ column: 'Data', reason: { key: 'rejects.empty' }, records: 1 }],
    mapping: null,
  },
  table: {
    columns: [
      { header: 'Data', column: 'Data', samples: ['01/02/2026'], target: 'started_at', why: { key: 'rejects.empty' } },
    ],
    questions: [
      {
        ...{ column: 'Data', formats: ['dd/MM/yyyy', 'MM/dd/yyyy'] },
        examples: [{ text: '01/02/2026', reads: ['2026-02-01 00:00:00', '2026-01-02'] }],
      },
    ],
    ...{ mapping: { decimal: 'point', columns: {} }, origin: 'proposed', name: null },
  },
  ...{ ready: true, mapping: null, issues: [], mappings: [], zone: 'Europe/Rome' },
  choices: { vendors: [], programs: [], formats: [] },
};

describe('a preview as the browser is told of it', () => {
  const said = saidPreview(view, say);

  it('writes each part of a call that any has, and a dash for what is not known', () => {
    expect(said.parts).toEqual([
      ...['callId', 'startedAt', 'program', 'direction', 'answered', 'talkMs', 'holdMs', 'disposition', 'outcome'],
      ...['customerRef', 'revenue'],
    ]);
    expect(said.records[0]).toMatchObject({
      cells: ['c-1', ''],
      call: {
        ...{ startedAt: '14 Mar 2026, 09:15', direction: 'Inbound', answered: 'Yes', outcome: 'Sale', waitMs: '–' },
        ...{ talkMs: '61.5', holdMs: '0', revenue: '1,234.50 EUR', customerRef: '#abcdef' },
      },
    });
  });

  it('says why a record is none, what a document is, and why a column is taken for what', () => {
    expect(said.records[1]).toMatchObject({ call: null, faults: [{ column: 'Data', text: '“x” is empty' }] });
    expect(said.rejects).toEqual([{ column: 'Data', reason: 'is empty', records: 1 }]);
    expect(said.documents).toMatchObject([{ unreported: ['wrap'], problem: 'the file is empty: it has no header' }]);
    expect(said.table?.columns[0]?.why).toBe('is empty');
  });

  it('names the months of days that are asked about', () => {
    expect(said.table?.questions[0]?.examples[0]?.reads).toEqual(['1 Feb 2026, 00:00:00', '2 Jan 2026']);
  });
});

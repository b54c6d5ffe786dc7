import { describe, expect, it } from 'vitest';
import { chooseMapping } from './choose.ts';
import { parseMapping } from './parse.ts';

const columns = {
  call_id: { from: 'id' },
  started_at: { from: 'start', format: 'dd/MM/yyyy HH:mm' },
  talk_s: { from: 'talk', unit: 'seconds' },
};

function faults(input: unknown): string[] {
  const parsed = parseMapping(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('parseMapping', () => {
  it('takes a point for the decimal mark where none is named', () => {
    expect(parseMapping({ columns })).toEqual({ ok: true, mapping: { decimal: 'point', columns } });
  });

  it('tells every fault of the form, with its path', () => {
    const told = faults({
      decimals: 'comma',
      columns: { ...columns, talk_s: { from: 'talk', unit: 'hours' }, hold: { from: 'x' }, agent: { form: 'x' } },
      otherwise: 'sold',
    });
    expect(told.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'columns.agent.form',
      'columns.agent.from',
      'columns.hold',
      'columns.talk_s.unit',
      'decimals',
      'otherwise',
    ]);
    expect(faults(null)).toHaveLength(1);
    expect(faults({}).map((fault) => fault.split(':')[0])).toEqual(['columns']);
  });

  it.each<[{ columns?: object } & Record<string, unknown>, string]>([
    [{ timezone: 'Rome' }, 'timezone: "Rome" is not an IANA time zone'],
    [
      { columns: { started_at: { from: 'x', format: 'YYYY-MM-DD' } } },
      'columns.started_at.format: "YYYY" means nothing',
    ],
    [{ columns: { started_at: { from: 'x', format: 'd MMM' } } }, 'columns.started_at.format: the format has no year'],
    [{ columns: { call_id: { template: 'no column' } } }, 'columns.call_id.template: names no column'],
    [{ columns: { agent: { template: '{a}-{b' } } }, 'columns.agent.template: a column stands between'],
    [{ columns: { direction: { constant: 'in' } } }, 'columns.direction.constant: "in" is none of inbound, outbound'],
    [
      { columns: { answered: { from: 'x', words: { ja: 'ja' } } } },
      'columns.answered.words.ja: "ja" is none of yes, no',
    ],
    [
      { columns: { outcome: { from: 'x', words: { y: 'sold' } } } },
      'columns.outcome.words.y: "sold" is none of sale, ',
    ],
    [{ columns: { currency: { constant: 'EURO' } } }, 'columns.currency.constant: "EURO" is none of'],
    [{ outcomes: { Test: 'other' }, leaveOut: { TEST: 'a test' } }, 'leaveOut.Test: has an outcome too'],
    [{ columns: { hold_s: columns.talk_s }, talkIncludes: ['hold'] }, 'columns.hold_s: talk includes it'],
  ])('refuses %j', (own, fault) => {
    expect(faults({ ...own, columns: { ...columns, ...own.columns } })).toEqual([expect.stringContaining(fault)]);
  });
});

describe('chooseMapping', () => {
  const parsed = parseMapping({ columns });
  const saved = (parsed.ok ? [parsed.mapping] : []).flatMap((mapping) => [
    { name: 'short', header: ['id', 'start'], mapping },
    { name: 'long', header: ['talk', 'start', 'id'], mapping },
  ]);

  it('takes the one with the same columns, in any order and capitals, mended rows too', () => {
    expect(chooseMapping([' ID', 'Start ', 'TALK'], saved)?.name).toBe('long');
    expect(chooseMapping(['start', 'id', 'reject_row', 'reject_reason'], saved)?.name).toBe('short');
  });

  it('takes none where a column is more or less, or comes twice', () => {
    for (const header of [['id'], ['id', 'start', 'talk', 'agent'], ['id', 'start', 'start'], []])
      expect(chooseMapping(header, saved)).toBeNull();
  });
});

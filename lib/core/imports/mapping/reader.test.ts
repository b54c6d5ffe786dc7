import { describe, expect, it } from 'vitest';
import { say, saying } from '../said.test-data.ts';
import { sampleOptions } from '../samples.test-data.ts';
import { UnusableFileError } from '../unusable-file-error.ts';
import { type Given, opened, when } from './opened-table.test-data.ts';

/** What each row becomes: the call, or its faults in words. */
function read(given: Given, ...lines: string[]) {
  const { reader, rows } = opened(given, lines);
  return rows.map((cells, index) => {
    const result = reader.read(cells, index + 2);
    if ('call' in result) return result.call;
    return result.faults.map(({ column, value, reason }) => `${column} ${value} ${say(reason)}`);
  });
}

describe('a mapped row', () => {
  it('takes from the program and the import what no column says', () => {
    expect(read({}, 'Call|Start|Talk', `a|${when}|60`)).toEqual([
      {
        ...{ callId: 'a', vendor: 'norte', program: 'orders', callType: null, direction: 'inbound' },
        ...{ startedAt: Date.parse(when), waitMs: null, talkMs: 60_000, holdMs: null, wrapMs: null, answered: true },
        ...{ disposition: null, outcome: 'other', agent: null, customerRef: null, revenue: null, currency: 'EUR' },
        ...{ legOf: null, details: null },
      },
    ]);
  });

  it('tells all that is wrong with it at once, by the names of its columns', () => {
    const given = {
      columns: {
        started_at: { from: ['Day', 'Time'], format: 'dd/MM/yyyy HH:mm' },
        hold_s: { from: 'Hold', unit: 'mm:ss' },
        answered: { from: 'Answered' },
        disposition: { from: 'Result' },
        customer_ref: { from: 'Phone' },
      },
    };
    const [faults] = read(
      given,
      'Call|Day|Time|Talk|Hold|Answered|Result|Phone',
      `|31/02/2026|09:15|six|-|maybe|PERHAPS|${'0'.repeat(201)}`,
    );
    expect(faults).toEqual([
      'Call null is empty',
      'Day + Time 31/02/2026 09:15 does not exist: there is no 31 February 2026',
      'Result PERHAPS is not in the outcome map of vendor norte',
      'Answered maybe is none of 0, 1, true, false, yes, no',
      'Talk six is not a duration (in seconds)',
      'Hold - is not a duration (mm:ss)',
      'Phone null is longer than 200 characters',
    ]);
  });

  it('is named by a template only where all its columns say something', () => {
    const given = { columns: { call_id: { template: '{Line}/{Call}-{row}' }, agent: { template: '{First} {Last}' } } };
    const rows = read(
      given,
      'Line|Call|First|Last|Start|Talk',
      `7|a|Ann|Lee|${when}|1`,
      `7|b||Lee|${when}|1`,
      `7||Ann|Lee|${when}|1`,
    );
    expect(rows).toMatchObject([
      { callId: '7/a-1', agent: 'Ann Lee' },
      { callId: '7/b-2', agent: null },
      ['Line + Call null is empty'],
    ]);
  });

  it('finds columns in any capitals, by their place, and takes unknown words for nothing', () => {
    const given = {
      columns: {
        call_id: { from: '#1' },
        wait_s: { from: 'WAIT', unit: 'seconds', unknown: ['-', 'n/a'] },
        agent: { from: 'agent', unknown: ['NO_SERVER'] },
        customer_ref: { from: '#4', unknown: ['0'] },
      },
    };
    const rows = read(given, 'x|Start|Talk|x|Wait|Agent', `a|${when}|1|0|N/A|no_server`, `b|${when}|1|123|-|ann`);
    expect(rows).toMatchObject([
      { callId: 'a', waitMs: null, agent: null, customerRef: null },
      { callId: 'b', waitMs: null, agent: 'ann', customerRef: '#3' },
    ]);
  });

  it('has no talk where nobody answered and the cell is empty, and is no call where that is not known', () => {
    const given = {
      columns: { answered: { from: 'Answered' }, disposition: { from: 'Result' } },
      outcomes: { LOST: 'abandoned' },
    };
    const rows = read(
      given,
      'Call|Start|Talk|Answered|Result',
      `a|${when}||no|`,
      `b|${when}|||LOST`,
      `c|${when}||yes|`,
      `d|${when}|||`,
      `e|${when}|-|no|`,
    );
    expect(rows).toMatchObject([
      { callId: 'a', talkMs: 0, answered: false },
      { callId: 'b', talkMs: 0, answered: false, outcome: 'abandoned' },
      ['Talk null is empty'],
      ['Talk null is empty'],
      ['Talk - is not a duration (in seconds)'],
    ]);
  });
});

describe('what a mapped row’s words mean', () => {
  const result = { columns: { disposition: { from: 'Result' } } };
  const rows = (...words: string[]) => ['Call|Start|Talk|Result', ...words.map((word) => `a|${when}|1|${word}`)];

  it('comes from the mapping, then the vendor’s own map, then the trade, then from otherwise', () => {
    // Vendor lumina's own map has OCCUPATO: no_contact and RICHIAMO for callback.
    const given = {
      ...result,
      outcomes: { occupato: 'refused' },
      leaveOut: { Test: 'a test call' },
      otherwise: 'no_sale',
      options: { vendor: 'lumina' },
    };
    const read1 = read(given, ...rows('OCCUPATO', 'Numero inesistente', 'Sale', 'WHATEVER', 'TEST', ''));
    expect(read1).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'bad_number' },
      { outcome: 'sale' },
      { outcome: 'no_sale', disposition: 'WHATEVER' },
      ['Result TEST a test call'],
      { outcome: 'other', disposition: null },
    ]);
  });

  it('is a reject where nobody said it', () => {
    expect(read(result, ...rows('WHATEVER'))).toEqual([['Result WHATEVER is not in the outcome map of vendor norte']]);
  });

  it('can stand in columns of their own', () => {
    const given = {
      columns: {
        direction: { from: 'Way', words: { Eingehend: 'inbound', a: 'outbound' } },
        answered: { from: 'Lost', words: { yes: 'no', no: 'yes' } },
        outcome: { from: 'Sold', words: { y: 'sale', n: 'no_sale' } },
        currency: { from: 'Money', words: { '€': 'EUR' } },
      },
    };
    const lines = [
      'Call|Start|Talk|Way|Lost|Sold|Money',
      `a|${when}|1|EINGEHEND|no|Y|€`,
      `b|${when}|1|A|yes|n|USD`,
      `c|${when}|1|outbound||no_sale|`,
    ];
    expect(read(given, ...lines)).toMatchObject([
      { direction: 'inbound', answered: true, outcome: 'sale', currency: 'EUR' },
      { direction: 'outbound', answered: false, outcome: 'no_sale', currency: 'USD' },
      { direction: 'outbound', answered: true, outcome: 'no_sale', currency: 'EUR' },
    ]);
  });
});

describe('whose call a mapped row is', () => {
  const given = {
    columns: {
      vendor: { from: 'Who', words: { 'Norte SA': 'norte' } },
      program: { from: 'Queue', words: { Q1: 'orders' } },
    },
  };
  const lines = [
    'Call|Start|Talk|Who|Queue',
    `a|${when}|1|Norte SA|Q1`,
    `b|${when}|1|lumina|cola 1`,
    `c|${when}|1||`,
    `d|${when}|1|sur|Q9`,
  ];

  it('follows the mapping’s words, the vendor’s own, and the import', () => {
    const vendors = new Map(sampleOptions.vendors);
    const lumina = vendors.get('lumina');
    if (lumina) vendors.set('lumina', { ...lumina, programs: new Map([['Cola 1', 'orders']]) });
    expect(read({ ...given, options: { vendor: null, vendors } }, ...lines)).toMatchObject([
      { vendor: 'norte', program: 'orders' },
      { vendor: 'lumina', program: 'orders' },
      ['Who null is empty'],
      ['Who sur is not a declared vendor', 'Queue Q9 is not a declared program'],
    ]);
  });

  it('is no other vendor’s than the import’s', () => {
    expect(read(given, ...lines.slice(0, 4))).toMatchObject([
      { vendor: 'norte' },
      ['Who lumina is not norte, the vendor of this import', 'Queue cola 1 is not a declared program'],
      { vendor: 'norte', program: 'orders' },
    ]);
  });

  it.each([
    [{}, { vendor: null }, 'names its vendor'],
    [{}, { program: null, programs: new Map() }, 'names its program'],
    [{ columns: { vendor: { constant: 'sur' } } }, {}, 'vendor of the import is not declared'],
    [{ columns: { program: { constant: 'sales' } } }, {}, 'program of the import is not declared'],
  ])('must be known: %j %j', (own, options, reason) => {
    expect(() => opened({ ...own, options }, ['Call|Start|Talk'])).toThrow(
      expect.objectContaining({ reason: saying(reason) }),
    );
  });
});

describe('a file that a mapping cannot read', () => {
  const fault = (given: Given, ...lines: string[]) => {
    try {
      const { reader, rows } = opened(given, lines);
      for (const [index, cells] of rows.entries()) reader.read(cells, index + 2);
    } catch (error) {
      if (error instanceof UnusableFileError) return say(error.sentence);
    }
    return null;
  };

  it('lacks columns, which are named with the nearest ones', () => {
    expect(fault({ columns: { agent: { from: 'Agnet' } } }, 'Call|Start|Agent|Minutes')).toContain(
      'lacks Talk (is "Call" meant?), Agnet (is "Agent" meant?); it has "Call", "Start", "Agent", "Minutes"',
    );
    expect(fault({ columns: { agent: { from: '#4' } } }, 'Call|Start|Talk')).toContain('lacks #4');
  });

  it('has a column that is read twice', () => {
    expect(fault({}, 'Call|Start|Talk|TALK')).toContain('names this column twice');
    expect(
      fault({ columns: { talk_s: { from: '#4', unit: 'seconds' } } }, 'Call|Start|Talk|TALK', `a|${when}|1|2`),
    ).toBeNull();
  });

  it('has local times, and no zone is known', () => {
    const options = { timezone: null };
    expect(fault({ options }, 'Call|Start|Talk', 'a|2026-03-02 09:15|1')).toBe(
      'x.csv, row 2, column Start, "2026-03-02 09:15": is a local time, and no time zone is declared for the file',
    );
    expect(fault({ options, timezone: 'UTC' }, 'Call|Start|Talk', 'a|2026-03-02 09:15|1')).toBeNull();
  });
});

it('says what its times are made of', () => {
  const { reader } = opened(
    { talkIncludes: ['hold'], unreported: ['abandoned'], columns: { wait_s: { from: 'Wait', unit: 'seconds' } } },
    ['Call|Start|Talk|Wait'],
  );
  expect(reader.metrics.unreported).toEqual(['hold', 'wrap', 'abandoned']);
  expect(reader.metrics.notes.map(say)).toEqual(['talk includes hold']);
});

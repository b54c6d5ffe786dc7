import { beforeEach, describe, expect, it } from 'vitest';
import { countBatch, findBatch, type Session } from '#db';
import { fileOfBytes } from '#imports';
import { type ImportInput, importCalls } from '#operations';
import { callLog, declare, norte, saying, testSession } from '#testing';

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, norte);
});

const how = { program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false } as const;
const file = (name: string, text: string) => fileOfBytes(name, new TextEncoder().encode(text));
const read = (files: ImportInput['files']) => importCalls(session, { ...how, vendor: 'norte', files });

const five9 = (disposition: string, id: number) =>
  `2026/09/16,08:0${id % 10}:30,${id},Care,Billing,mora,${disposition},5550100401,5550100800,00:00:09,00:02:00,00:00:30,0,Main`;
const header =
  'DATE,TIMESTAMP,CALL ID,CAMPAIGN,SKILL,AGENT,DISPOSITION,ANI,DNIS,QUEUE WAIT TIME,TALK TIME,AFTER CALL WORK TIME,ABANDONED,IVR PATH';

describe('what is told of a delivery', () => {
  it('names the dispositions that nobody explained, with how many calls have them, the most frequent first', async () => {
    const words = ['Warm lead', 'Ring back Tuesday', 'Warm lead', 'Sale', 'Warm lead', 'Ring back Tuesday', 'Odd'];
    const { warnings, calls } = await read([
      file('five9.csv', [header, ...words.map((word, index) => five9(word, index + 1)), ''].join('\n')),
    ]);
    expect(calls).toBe(7);
    expect(warnings.filter(({ key }) => key === 'importWarnings.unknown_dispositions')).toEqual([
      saying('nobody has said what "Warm lead" means: 3 calls count as other'),
      saying('nobody has said what "Ring back Tuesday" means: 2 calls count as other'),
      saying('nobody has said what "Odd" means: 1 call counts as other'),
    ]);
  });

  it('counts what it does not name', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => five9(`Word ${index}`, index + 1));
    const { warnings } = await read([file('five9.csv', [header, ...lines, ''].join('\n'))]);
    expect(warnings.filter(({ key }) => key === 'importWarnings.unknown_dispositions')).toHaveLength(50);
    expect(warnings).toContainEqual(saying('what 10 more dispositions mean'));
  });

  it('warns where a file has exactly as many calls as its export gives at most, and its quality says so', async () => {
    const columns = ['call_date', 'status', 'user', 'campaign_id', 'length_in_sec', 'alt_dial', 'uniqueid'];
    const row = (index: number) => `2026-03-02 09:00:11\tNI\t6001\tSPRING26\t60\tMAIN\t1.${index % 100}\n`;
    const log = [`${columns.join('\t')}\n`, ...Array.from({ length: 100_000 }, (_, index) => row(index))].join('');
    const { batch, warnings, rows } = await read([file('march.txt', log)]);
    expect(rows).toBe(100_000);
    expect(warnings).toContainEqual(saying('march.txt has exactly 100,000 calls of one direction'));
    const facts = await countBatch(session.database, batch, session.now());
    expect(facts?.full).toEqual([{ document: 'march.txt', records: 100_000 }]);
  });

  it('is kept by document, and once where several say the same', async () => {
    const row = { call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, colour: 'red' };
    const { batch, format, warnings } = await read([
      file('one.csv', callLog([row])),
      file('two.csv', callLog([{ ...row, call_id: 'b', hold_s: 5 }])),
      file('five9.csv', [header, five9('Sale', 1), ''].join('\n')),
    ]);
    expect(format).toBe('canonical, five9');
    expect(warnings.filter(({ key }) => key === 'importWarnings.unused_column')).toHaveLength(1);
    expect(await findBatch(session.database, batch)).toMatchObject({
      documents: [
        { name: 'one.csv', format: 'canonical', encoding: 'utf-8', header: Object.keys(row) },
        { name: 'two.csv', format: 'canonical', header: [...Object.keys(row), 'hold_s'] },
        { name: 'five9.csv', format: 'five9' },
      ],
      // What any of them leaves out is not known of the whole.
      metrics: { unreported: expect.arrayContaining(['hold', 'wait', 'wrap']) },
      files: [
        { name: 'one.csv', size: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { name: 'two.csv' },
        { name: 'five9.csv' },
      ],
    });
  });
});

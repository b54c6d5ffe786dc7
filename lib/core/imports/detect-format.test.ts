import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from './documents/zip/write-zip.test-data.ts';
import { readSample } from './platform/read-sample.test-data.ts';
import { say } from './said.test-data.ts';
import { fileOfBytes } from './source-file.ts';
import { UnusableFileError } from './unusable-file-error.ts';

const canonical = 'call_id,started_at,talk_s\nc-1,2026-03-02T09:15:00Z,60\n';
const twilio = JSON.stringify({
  sid: 'CA00000000000000000000000000000009',
  parent_call_sid: null,
  status: 'completed',
  start_time: 'Tue, 31 Mar 2026 23:59:40 +0000',
  end_time: 'Wed, 01 Apr 2026 00:02:10 +0000',
  duration: '150',
  price: null,
  price_unit: 'USD',
  direction: 'inbound',
});
const queueLog = [
  '1774745990|1774745990.1|sales|NONE|ENTERQUEUE||5550100|1',
  '1774746005|1774745990.1|sales|PJSIP/a7|CONNECT|15|1774746000.2|5',
  '1774746115|1774745990.1|sales|PJSIP/a7|COMPLETECALLER|15|110|1',
].join('\n');

/** What a person is told of a file of no use. */
async function told(text: string, options = {}): Promise<string> {
  const error = await readSample(text, options).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(UnusableFileError);
  return say((error as UnusableFileError).reason);
}

describe('a log', () => {
  it.each([
    ['canonical', canonical],
    ['twilio', twilio],
    ['asterisk-queue-log', queueLog],
  ])('is %s by what stands in it, plain, packed or in an archive, whatever it is called', async (format, text) => {
    const bytes = Buffer.from(text);
    const stored = [bytes, gzipSync(bytes), zipOf([{ name: 'notes.txt', content: text }])];
    for (const one of stored) {
      const { formats, calls } = await readSample([fileOfBytes('readme.md', one)]);
      expect([formats, calls.length]).toEqual([[format], 1]);
    }
  });

  it('may come with logs of other formats in one delivery', async () => {
    const { formats, calls } = await readSample([
      twilio,
      zipOf([
        { name: 'a.csv', content: canonical },
        { name: 'queue_log', content: queueLog },
      ]),
      canonical.replace('c-1', 'c-2'),
    ]);
    expect(formats).toEqual(['twilio', 'canonical', 'asterisk-queue-log', 'canonical']);
    expect(calls.map(({ file }) => file).sort()).toEqual([1, 2, 3, 4]);
  });

  it('that is asked for is taken at its name, and what does not fit is rejected', async () => {
    const { rejects, rows, formats } = await readSample('{"sid":"CA1"}', { format: 'twilio' });
    expect([rows, formats]).toEqual([1, ['twilio']]);
    expect(rejects.length).toBeGreaterThan(0);
    expect(await told(canonical, { format: 'genesys' })).toContain('this is no Genesys Cloud conversation details');
    expect(await told(twilio, { format: 'canonical' })).toMatch(/^the header lacks call_id, started_at/);
  });
});

describe('a file that is no log that is known', () => {
  it.each([
    ['call_id,start_time,talk_sec\n1,2,3\n', 'the header lacks started_at', '(is "talk_sec" meant?)'],
    ['Datum;Dauer;Ergebnis\n', 'it has "Datum", "Dauer", "Ergebnis"', 'A mapping can say what its columns mean'],
    ['callid,queuename,agent,event_name\n', 'this is not the log of Asterisk queue_log: that has time, event too', ''],
    ['{"contactId":1,"contactStart":"2026-03-02T09:15:00Z","skillId":4}', 'NICE CXone', 'that has agentSeconds too'],
    ['These are the calls of March.\n', 'it has "These are the calls of March."', ''],
    ['{"id":1,"at":2}', 'the records lack call_id, started_at, talk_s; they have "id", "at"', ''],
    ['[]', 'there is no record in it that can be read', ''],
    ['[{"a" 1}]', 'there is no record in it that can be read', ''],
  ])('%j says what it looks like and what it lacks', async (text, ...parts) => {
    const said = await told(text);
    for (const part of parts) expect(said).toContain(part);
  });

  it('with fewer columns than a call has, gets no advice to map them', async () => {
    expect(await told('one,two\n')).not.toContain('mapping');
  });

  it('may not be wider than a log', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    expect(await told(`call_id,started_at,talk_s,${wide}\n`)).toContain('more than 2000 columns');
    expect(await told(`${wide}\n${wide}\n`, { format: 'five9' })).toContain('more than 2000 columns');
  });
});

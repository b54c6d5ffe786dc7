import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { exportLimit } from '../../platform/export-limit.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';
import { vicidial } from './vicidial.ts';

const standard =
  'call_date phone_number_dialed status user full_name campaign_id vendor_lead_code source_id list_id gmt_offset_now phone_code phone_number title first_name middle_initial last_name address1 address2 address3 city state province postal_code country_code gender date_of_birth alt_phone email security_phrase comments length_in_sec user_group alt_dial rank owner lead_id list_name list_description status_name'.split(
    ' ',
  );
const extended = [
  ...standard,
  ...'wrapup_time queue_time uniqueid caller_code server_ip hangup_cause dialstatus channel dial_time answered_time cpd_result did_pattern did_id did_description'.split(
    ' ',
  ),
];

/** An agent's outbound call of a minute, unless said otherwise. */
const row = (values: Record<string, string> = {}) => ({
  call_date: '2026-03-02 09:00:11',
  phone_number_dialed: '2025550111',
  status: 'NI',
  user: '6001',
  campaign_id: 'SPRING26',
  gmt_offset_now: '-5.00',
  length_in_sec: '60',
  alt_dial: 'MAIN',
  lead_id: '50001',
  status_name: 'Not Interested',
  wrapup_time: '12',
  queue_time: '0',
  uniqueid: '1772442011.101',
  dial_time: '9',
  answered_time: '60',
  ...values,
});

const inbound = (values: Record<string, string> = {}) =>
  row({ campaign_id: 'CARE', alt_dial: '12.50', queue_time: '12.50', length_in_sec: '72', ...values });
const nobody = { user: 'VDCL', wrapup_time: '' };

function exported(rows: readonly Record<string, string>[], columns: readonly string[] = extended): string {
  return [columns, ...rows.map((one) => columns.map((name) => one[name] ?? ''))]
    .map((cells) => `${cells.join('\t')}\r\n`)
    .join('');
}
const read = (rows: readonly Record<string, string>[], columns?: readonly string[]) =>
  readSample(exported(rows, columns), { timezone: 'America/New_York' });
const callOf = async (...rows: readonly Record<string, string>[]) => {
  const { calls, rejects } = await read(rows);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};

describe('VICIdial', () => {
  it('comes out of the sample as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'vicidial/export-calls-report-invented.tsv');
    const { calls, rejects, formats, unknownDispositions } = await readSample(bytes, { timezone: 'America/New_York' });
    expect([rejects, formats, unknownDispositions]).toEqual([[], ['vicidial'], {}]);
    expect(calls.map((made) => asExpected(made.call, 'America/New_York'))).toEqual(expected.map(expectation));
    expect(calls.map((made) => made.call.outcome === 'sale')).toEqual(expected.map(({ sale }) => sale));
    expect(calls.map((made) => made.call.outcome)).toEqual([
      'sale',
      'no_sale',
      'no_contact',
      'no_contact',
      'abandoned',
      'callback',
      'refused',
      'sale',
    ]);
    expect(calls.map((made) => made.call.answered)).toEqual([true, true, false, true, false, true, true, true]);
  });

  it('tells inbound calls by a number under alt_dial; their length has the queue in it', async () => {
    expect(await callOf(row())).toMatchObject({ direction: 'outbound', waitMs: 0, talkMs: 60_000, wrapMs: 12_000 });
    expect(await callOf(inbound())).toMatchObject({
      direction: 'inbound',
      waitMs: 12_500,
      talkMs: 59_500,
      holdMs: null,
    });
    expect(await callOf(inbound({ alt_dial: '0', queue_time: '0' }))).toMatchObject({
      direction: 'inbound',
      waitMs: 0,
    });
    for (const alt_dial of ['ALT', 'NONE', 'ADDR3', 'X2'])
      expect(await callOf(row({ alt_dial }))).toMatchObject({ direction: 'outbound' });
    expect(await callOf(row({ alt_dial: '' }))).toMatchObject({ direction: 'inbound' });
  });

  it('names no agent where the dialler was alone', async () => {
    const drop = { ...nobody, status: 'DROP', length_in_sec: '6' };
    expect(await callOf(row(drop))).toMatchObject({
      agent: null,
      answered: false,
      talkMs: 6_000,
      wrapMs: 0,
      outcome: 'abandoned',
    });
    expect(await callOf(inbound({ ...drop, alt_dial: '6.00' }))).toMatchObject({
      talkMs: 0,
      waitMs: 6_000,
      answered: false,
    });
    expect(await callOf(row({ user: 'VDAD', status: 'NA', length_in_sec: '0' }))).toMatchObject({
      outcome: 'no_contact',
    });
  });

  it('knows that an agent who heard it ring spoke with nobody', async () => {
    expect(await callOf(row({ status: 'N', length_in_sec: '20' }))).toMatchObject({ answered: false, talkMs: 20_000 });
    expect(await callOf(row({ status: 'A' }))).toMatchObject({ answered: true, outcome: 'no_contact' });
  });

  it('joins the rows of a call that was transferred to an in-group', async () => {
    const closer = inbound({ call_date: '2026-03-02 09:01:11', user: '7001', status: 'SALE' });
    for (const rows of [
      [row({ status: 'XFER' }), closer],
      [closer, row({ status: 'XFER' })],
    ])
      expect(await callOf(...rows)).toMatchObject({
        direction: 'outbound',
        callType: 'SPRING26',
        talkMs: 119_500,
        wrapMs: 24_000,
        agent: '7001',
        disposition: 'SALE',
        outcome: 'sale',
        waitMs: 0,
      });
    expect(await callOf(row({ status: 'XFER' }), inbound({ ...nobody, status: 'DROP' }))).toMatchObject({
      disposition: 'XFER',
      outcome: 'transferred',
    });
  });

  it('counts a row that is exported twice once', async () => {
    const call = await callOf(row({ wrapup_time: '0' }), row());
    expect(call).toMatchObject({ talkMs: 60_000, wrapMs: 12_000, details: { source_records: 2, dial_time_s: 9 } });
  });

  it('reads STANDARD exports: calls are known by lead and moment, after-call work is not', async () => {
    const rows = [
      row(),
      row({ call_date: '2026-03-02 10:00:11' }),
      row({ lead_id: '50002' }),
      inbound({ lead_id: '50003' }),
    ];
    const { calls, formats } = await read(rows, standard);
    expect(formats).toEqual(['vicidial']);
    expect(calls.map((made) => [made.call.callId, made.call.waitMs, made.call.wrapMs])).toEqual([
      ['50001 2026-03-02 09:00:11', null, null],
      ['50001 2026-03-02 10:00:11', null, null],
      ['50002 2026-03-02 09:00:11', null, null],
      ['50003 2026-03-02 09:00:11', 12_500, null],
    ]);
  });

  it('takes a quote for a character, and no row with a tab in a cell', async () => {
    const quoted = row({ comments: 'said "call', uniqueid: '1.1' });
    const { calls, rejects } = await read([quoted, row({ comments: 'a\tb' }), row({ uniqueid: '1.3' })]);
    expect(calls.map((made) => made.call.callId)).toEqual(['1.1', '1.3']);
    expect(rejects.map(({ row: at, reason }) => [at, reason.key])).toEqual([[3, 'rejects.wrong_width']]);
  });

  it('is local to its server', async () => {
    expect((await callOf(row({ call_date: '2026-03-08 03:00:10' }))).startedAt).toBe(
      Date.parse('2026-03-08T07:00:10Z'),
    );
    const { repeatedHour } = await read([row({ call_date: '2026-11-01 01:30:00' })]);
    expect(repeatedHour).toBe(1);
    await expect(readSample(exported([row()]), { timezone: null })).rejects.toThrow('files.needs_zone');
  });

  it('leaves out what is still on, and tells what cannot be read', async () => {
    const { calls, rejects } = await read([
      row({ status: 'INCALL' }),
      row({ length_in_sec: 'x', status: '' }),
      row({ call_date: '2026-03-08 02:30:00' }),
      row({ uniqueid: '', lead_id: '' }),
    ]);
    expect(calls).toEqual([]);
    expect(rejects.map(({ row: at, column, reason }) => [at, column, reason.key])).toEqual([
      [2, null, 'rejects.still_open'],
      [3, 'status', 'rejects.empty'],
      [3, 'length_in_sec', 'rejects.not_seconds'],
      [4, 'call_date', 'rejects.skipped_time'],
      [5, 'lead_id', 'rejects.empty'],
    ]);
  });

  it('loses columns and is calls or faults, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(extended, { minLength: 2 }), async (kept) => {
        const options = { timezone: 'America/New_York', format: 'vicidial' } as const;
        const { calls, rejected } = await readSample(exported([row()], kept), options);
        const isBlank = kept.every((name) => !(name in row()));
        expect(calls.length + rejected).toBe(isBlank ? 0 : 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the export of VICIdial', () => {
  it('reads no custom fields: as many cells under the last column as the list of the lead has, or none', async () => {
    const line = (id: string, more: string, values = {}) =>
      exported([row({ uniqueid: id, ...values })]).split('\r\n')[1] + more;
    const log = [
      [...extended, 'custom_fields'].join('\t'),
      line('1.1', '\tgold\t7\t\t'),
      line('1.2', ''),
      line('1.3', '\t'),
      line('1.4', '').split('\t').slice(0, -1).join('\t'),
    ];
    const { calls, rejects } = await readSample(log.map((one) => `${one}\r\n`).join(''), {
      timezone: 'America/New_York',
    });
    expect(calls.map((made) => [made.call.callId, made.call.talkMs])).toEqual([
      ['1.1', 60_000],
      ['1.2', 60_000],
      ['1.3', 60_000],
    ]);
    expect(rejects).toMatchObject([
      {
        row: 5,
        reason: { key: 'rejects.wrong_width', values: { cells: extended.length - 1, columns: extended.length } },
      },
    ]);
  });

  it('may have stopped at 100,000 rows of outbound or of inbound calls, newer ones at a million', () => {
    const limitOf = (outbound: number, inbounds: number) => {
      const limit = exportLimit(vicidial);
      for (let index = 0; index < outbound; index += 1) limit.add({ alt_dial: 'MAIN' });
      for (let index = 0; index < inbounds; index += 1) limit.add({ alt_dial: '12.50' });
      return limit.reached();
    };
    expect([limitOf(100_000, 1), limitOf(3, 100_000), limitOf(1_000_000, 0)]).toEqual([100_000, 100_000, 1_000_000]);
    expect([limitOf(99_999, 1), limitOf(100_001, 0), limitOf(0, 0)]).toEqual([null, null, null]);
  });
});

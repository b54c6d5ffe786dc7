import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

/** An inbound contact that an agent answered, its times in seconds. */
const contact = (values: Record<string, unknown> = {}) => ({
  'Interaction ID': 'i-1',
  'Contact ID': 'c-1',
  'Company Number': '+4930555900',
  'Phone Display Name': 'Orders',
  'Contact Person Number': '+4930555001',
  'External Phone Number (Forward)': null,
  Direction: 'Inbound',
  'Contact Type': 'Answered',
  'Started At': '2026-05-04 11:00:00',
  'Wait Time': 12,
  'Time to Missed': null,
  'Abandon Time': null,
  'Short Abandon Time': null,
  'Ring Time': 5,
  'Connect Time': null,
  'Answered At': '2026-05-04 11:00:12',
  'Connected At': null,
  'Talk Time': 100,
  'Hard Hold Time': 4,
  'Soft Hold Time': 5,
  'Hold Time': 9,
  'After Call Work Time': 40,
  'Finished At': '2026-05-04 11:02:01',
  Duration: 121,
  'Handle Time': 149,
  'Inside Business Hours (Yes / No)': 'Yes',
  'Inside Service Level (Yes /No)': 'Yes',
  'Within Service Level Threshold (Yes / No)': 'Yes',
  'Transfer Out (Yes/No)': 'No',
  'Transfer Out Type': null,
  'Transfer In (Yes / No)': 'No',
  'Transfer In Type': null,
  'Callback (Yes / No)': 'No',
  'Ring Groups': 'agents',
  'User Name': 'Agent A',
  'Direct Assignment User': null,
  'Team Name': null,
  'User ID': 'u-a',
  'Direct Assignment IDs': null,
  'Team ID': null,
  'Handling Ring Groups': 'orders',
  'Disconnected By Agent': 'No',
  'Last Contact (Yes / No)': 'Yes',
  'Data Status (Valid / Damaged)': 'Valid',
  ...values,
});

const times = ['Talk Time', 'Hard Hold Time', 'Soft Hold Time', 'Hold Time', 'After Call Work Time', 'Handle Time'];
const nobody = {
  ...Object.fromEntries([...times, 'Ring Time', 'Answered At', 'User ID', 'User Name'].map((name) => [name, null])),
  'Contact Type': 'Missed',
};
const second = (values: Record<string, unknown> = {}) =>
  contact({
    ...{ 'Contact ID': 'c-2', 'Started At': '2026-05-04 11:02:00', 'Wait Time': 30, 'Handling Ring Groups': 'billing' },
    ...{
      'Talk Time': 50,
      'Hard Hold Time': null,
      'Soft Hold Time': null,
      'Hold Time': null,
      'After Call Work Time': 5,
    },
    ...{ 'Handle Time': 55, 'User ID': 'u-b', 'Transfer In (Yes / No)': 'Yes' },
    ...values,
  });

const csv = (records: readonly Record<string, unknown>[]) =>
  [Object.keys(records[0]!), ...records.map((record) => Object.values(record))]
    .map((cells) => cells.map((cell) => (cell === null ? '' : `"${String(cell)}"`)).join(','))
    .join('\r\n');
const read = (records: readonly Record<string, unknown>[], options = {}) => readSample(csv(records), options);
const callOf = async (...records: readonly Record<string, unknown>[]) => {
  const { calls, rejects } = await read(records);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};
const reasonsOf = async (...records: readonly Record<string, unknown>[]) =>
  (await read(records)).rejects.map(({ column, reason }) => [column, reason.key]);

describe('the real report', () => {
  it('has a header and no rows: an empty log', async (context) => {
    const { bytes } = expectedOf(context, 'talkdesk/contacts-report-header-only.csv');
    expect(await readSample(bytes)).toMatchObject({ calls: [], rejects: [], rows: 0, formats: ['talkdesk'] });
    expect(new TextDecoder().decode(bytes).trim().split(',').sort()).toEqual(
      [...Object.keys(contact()), 'Time to Voicemail'].sort(),
    );
  });
});

describe('a contact', () => {
  it('is a call on the clock that the report was asked for: talk excludes hold, hold is hard and soft', async () => {
    expect(await callOf(contact())).toMatchObject({
      callId: 'i-1',
      callType: 'orders',
      direction: 'inbound',
      startedAt: Date.parse('2026-05-04T09:00:00Z'),
      ...{ waitMs: 12_000, talkMs: 100_000, holdMs: 9_000, wrapMs: 40_000, answered: true },
      ...{ disposition: 'Answered', outcome: 'other', agent: 'u-a', customerRef: '#11' },
      details: { source_records: 1, ring_s: 5 },
    });
    await expect(readSample(csv([contact()]), { timezone: null })).rejects.toMatchObject({ column: 'Started At' });
    const { calls } = await readSample(csv([contact({ 'Started At': '2026-05-04T11:00:00Z' })]), { timezone: null });
    expect(calls[0]?.call.startedAt).toBe(Date.parse('2026-05-04T11:00:00Z'));
  });

  it.each([
    ['hh:mm:ss', { 'Talk Time': '00:01:40', 'Hold Time': '0:00:09', 'After Call Work Time': '00:00:40' }, [100, 9, 40]],
    ['without their sum', { 'Hold Time': null }, [100, 9, 40]],
    [
      'empty where the handle time shows that nothing is missing',
      { 'Hard Hold Time': null, 'Soft Hold Time': null, 'Hold Time': null, 'Handle Time': 140 },
      [100, 0, 40],
    ],
    ['empty, and unknown', { 'After Call Work Time': null }, [100, 9, null]],
    ['empty without a handle time', { 'After Call Work Time': null, 'Handle Time': null }, [100, 9, null]],
    ['a talk time that includes hold, as the handle time shows', { 'Handle Time': 140 }, [91, 9, 40]],
  ])('may have its times %s', async (_, values, expected) => {
    const { talkMs, holdMs, wrapMs } = await callOf(contact(values));
    expect([talkMs, holdMs, wrapMs].map((ms) => (ms === null ? null : ms / 1000))).toEqual(expected);
  });

  it.each([
    ['Missed', 'abandoned', 'Inbound'],
    ['Abandoned', 'abandoned', 'in'],
    ['Short Abandoned', 'abandoned', 'IN'],
    ['Voicemail', 'callback', 'inbound'],
    ['Not Connected', 'no_contact', 'Outbound'],
  ])('%s has 0 of everything that the report has', async (type, outcome, direction) => {
    expect(await callOf(contact({ ...nobody, 'Contact Type': type, Direction: direction }))).toMatchObject({
      ...{ disposition: type, outcome, direction: type === 'Not Connected' ? 'outbound' : 'inbound' },
      ...{ answered: false, talkMs: 0, holdMs: 0, wrapMs: 0, waitMs: 12_000, agent: null },
    });
    const {
      'Hold Time': _,
      'Hard Hold Time': __,
      'Soft Hold Time': ___,
      'After Call Work Time': ____,
      ...short
    } = contact(nobody);
    expect(await callOf(short)).toMatchObject({ talkMs: 0, holdMs: null, wrapMs: null });
  });

  it('that is damaged is left out, and one that lacks what it cannot do without is a fault', async () => {
    expect(await reasonsOf(contact({ 'Data Status (Valid / Damaged)': 'damaged' }))).toEqual([
      [null, 'rejects.damaged'],
    ]);
    expect(await reasonsOf(contact({ 'Talk Time': null }))).toEqual([['Talk Time', 'rejects.empty']]);
    expect(await reasonsOf(contact({ 'Interaction ID': null, 'Wait Time': 'long' }))).toEqual([
      ['Interaction ID', 'rejects.empty'],
      ['Wait Time', 'rejects.not_seconds'],
    ]);
  });

  it('may be an entry of the interface, under small names', async () => {
    const expected = await callOf(contact());
    const small = (name: string) => name.replace(/ \(.*/, '').toLowerCase().replaceAll(' ', '_');
    const entry = Object.fromEntries(Object.entries(contact()).map(([name, value]) => [small(name), value]));
    const { calls, rejects, formats } = await readSample(JSON.stringify({ total: 1, entries: [entry] }));
    expect([rejects, formats, calls[0]?.call]).toEqual([[], ['talkdesk'], expected]);
  });
});

describe('contacts of one interaction', () => {
  it('are one call, in any order: agents as legs, the first wait, the last agent', async () => {
    const records = [contact({ 'Transfer Out (Yes/No)': 'Yes' }), second()];
    for (const order of [records, records.toReversed()])
      expect(await callOf(...order)).toMatchObject({
        ...{ callId: 'i-1', callType: 'orders', waitMs: 12_000, talkMs: 150_000, holdMs: 9_000, wrapMs: 45_000 },
        ...{ agent: 'u-b', disposition: 'Answered', details: { source_records: 2, contacts: 2, transfers: 1 } },
      });
  });

  it('that no agent answered before one did are part of its wait, and no calls', async () => {
    const missed = contact({
      ...nobody,
      'Contact ID': 'c-0',
      'Started At': '2026-05-04 10:59:00',
      'Wait Time': 60,
      'Handling Ring Groups': 'first',
    });
    expect(await callOf(missed, contact())).toMatchObject({
      ...{ waitMs: 72_000, callType: 'orders', talkMs: 100_000, disposition: 'Answered', answered: true },
      startedAt: Date.parse('2026-05-04T08:59:00Z'),
    });
  });

  it('count once where they are delivered again', async () => {
    expect(await callOf(contact({ 'After Call Work Time': null }), contact())).toMatchObject({
      talkMs: 100_000,
      wrapMs: 40_000,
    });
  });

  it("end as transferred where the last goes to somebody outside, whose time is no agent's", async () => {
    const outside = second({ 'User ID': null, 'User Name': null, 'External Phone Number (Forward)': '+4930555777' });
    expect(await callOf(contact({ 'Transfer Out (Yes/No)': 'Yes' }), outside)).toMatchObject({
      ...{ disposition: 'transferred', outcome: 'transferred', talkMs: 100_000, agent: 'u-a' },
    });
    expect(await callOf(contact({ 'Transfer Out (Yes/No)': 'yes' }))).toMatchObject({ disposition: 'transferred' });
  });
});

it('a local time that clocks show twice is the first of the two, and counted', async () => {
  const { calls, repeatedHour } = await read([contact({ 'Started At': '2026-10-25 02:30:00' })]);
  expect([calls[0]?.call.startedAt, repeatedHour]).toEqual([Date.parse('2026-10-25T00:30:00Z'), 1]);
  expect(await reasonsOf(contact({ 'Started At': '2026-03-29 02:30:00' }))).toEqual([
    ['Started At', 'rejects.skipped_time'],
  ]);
});

it('anything missing or odd gives calls or faults, and never throws', async () => {
  const values = fc.constantFrom<unknown>(null, 'x', -1, '1e21', '99:99:99');
  const names = fc.subarray(Object.keys(contact()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(names, values, fc.boolean(), async (dropped, value, whole) => {
      const changed = { ...contact(), ...Object.fromEntries(dropped.map((name) => [name, value])) };
      const left = Object.fromEntries(Object.entries(changed).filter(([name]) => whole || !dropped.includes(name)));
      const { calls, rejects } = await read([left], { format: 'talkdesk' });
      expect(Math.sign(calls.length) + Math.sign(rejects.length)).toBe(1);
    }),
  );
});

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { listRejects, readRollup } from '#db';
import type { Text } from '#format';
import { sumRows } from '#rollup';
import { callLog, contract, declare, importLog, program, say, sharedData, testSession, vendor } from '#testing';
import { parseDay, period } from '#time';
import { economicsView } from '#views';

const zone = 'Asia/Jerusalem';
const reason = 'no call: a phantom of the telephone exchange';

/** data/README.md section 2: one row a call, the text of the service as it is written there. */
function canonicalRow(line: string) {
  const cells = line.split('\t');
  const [vru = '', id = '', , , type = '', date = '', entry = ''] = cells;
  const [wait = '', outcome = '', , , talk = '', server = ''] = cells.slice(11).map((cell) => cell.trim());
  const day = `19${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
  return {
    call_id: `${vru}-${id}-${date}`,
    call_type: type,
    started_at: `${day} ${entry.padStart(8, '0')}`,
    wait_s: wait,
    talk_s: talk,
    answered: outcome === 'AGENT' ? 'yes' : 'no',
    disposition: outcome,
    agent: server === 'NO_SERVER' ? '' : server,
  };
}

const rated = (initialSeconds: number, incrementSeconds: number) =>
  contract('technion', {
    from: '1999-02-01',
    timezone: zone,
    rating: { billable: 'handled', basis: 'talk', initialSeconds, incrementSeconds },
    charges: [{ kind: 'per_minute', rate: '1.00' }],
  });

it('takes in February of the anonymous bank exactly', async (context) => {
  const file = sharedData(context, 'technion-anonymous-bank/february1999.txt.gz');
  const session = await testSession();
  await declare(session, {
    vendors: [vendor('technion', { timezone: zone })],
    programs: [program('bank', { timezone: zone, serviceLevel: { seconds: 20 } })],
    contracts: [rated(60, 60)],
    outcomes: [{ vendor: 'technion', map: { AGENT: 'other', HANG: 'abandoned' }, leaveOut: { PHANTOM: reason } }],
  });
  const [, ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\r\n');
  const log = callLog(lines.map(canonicalRow));
  const result = await importLog(session, log, { vendor: 'technion', program: 'bank', timezone: zone });
  expect(result).toMatchObject({ rows: 33_344, inserted: 33_066, rejected: 278, repeated: 0, days: 28 });

  const rejects = await listRejects(session.database, result.batch, { take: 1000 });
  expect(rejects).toHaveLength(278);
  expect(new Set(rejects.map(({ column, value, reason: said }) => `${column} ${value} ${say(said as Text)}`))).toEqual(
    new Set([`disposition PHANTOM ${reason}`]),
  );

  const february = period(parseDay('1999-02-01'), parseDay('1999-03-01'));
  const total = async () => (await economicsView(session, { period: february, by: [] })).rows[0]!;
  const { counts, seconds, aht, abandonRate } = await total();
  expect(counts).toMatchObject({ calls: 33_066, offered: 33_066, handled: 27_162, abandoned: 5_904 });
  expect(seconds).toMatchObject({ talk: 4_790_100, handle: 4_790_100, wait: 1_107_512, billed: 93_792 * 60 });
  // 4,790,100 / 27,162, and 5,904 / 33,066
  expect(aht).toBeCloseTo(176.352993, 6);
  expect(abandonRate).toBeCloseTo(0.178552, 6);
  expect(sumRows(await readRollup(session.database, {})).answeredWithin).toBe(16_209);

  const { rows } = await economicsView(session, { period: february, by: ['call_type'] });
  expect(rows.map(({ key, counts: { handled }, seconds: { talk } }) => [key.callType, handled, talk])).toEqual(
    expect.arrayContaining([
      ['PS', 18_349, 3_382_409],
      ['NW', 4_990, 532_999],
      ['NE', 2_520, 693_461],
      ['TT', 984, 101_407],
      ['IN', 199, 52_409],
      ['PE', 120, 27_415],
    ]),
  );

  for (const [initial, increment, billed] of [
    [6, 6, 4_858_164],
    [30, 6, 4_910_280],
  ] as const) {
    await declare(session, { contracts: [rated(initial, increment)] });
    expect((await total()).seconds.billed).toBe(billed);
  }
});

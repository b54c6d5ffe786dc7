import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listRejects, readRollup } from '#db';
import type { Text } from '#format';
import { sumRows } from '#rollup';
import { contract, declare, importLog, program, sampleMapping, say, sharedData, testSession, vendor } from '#testing';
import { parseDay, period } from '#time';
import { economicsView } from '#views';

const zone = 'Asia/Jerusalem';
const reason = 'no call: a phantom of the telephone exchange';

const rated = (initialSeconds: number, incrementSeconds: number) =>
  contract('technion', {
    from: '1999-02-01',
    timezone: zone,
    rating: { billable: 'handled', basis: 'talk', initialSeconds, incrementSeconds },
    charges: [{ kind: 'per_minute', rate: '1.00' }],
  });

// The figures are data/README.md section 2.
it('takes in February of the anonymous bank exactly, by a mapping of its columns', async (context) => {
  const file = sharedData(context, 'technion-anonymous-bank/february1999.txt.gz');
  const session = await testSession();
  await declare(session, {
    vendors: [vendor('technion', { timezone: zone })],
    programs: [program('bank', { timezone: zone, serviceLevel: { seconds: 20 } })],
    contracts: [rated(60, 60)],
  });
  const result = await importLog(session, readFileSync(file), {
    ...{ fileName: 'february1999.txt.gz', vendor: 'technion', program: 'bank', timezone: null },
    mapping: sampleMapping('technion-anonymous-bank'),
  });
  expect(result).toMatchObject({ rows: 33_344, inserted: 33_066, rejected: 278, repeated: 0, days: 28 });

  const rejects = await listRejects(session.database, result.batch, { take: 1000 });
  expect(rejects).toHaveLength(278);
  expect(new Set(rejects.map(({ column, value, reason: said }) => `${column} ${value} ${say(said as Text)}`))).toEqual(
    new Set([`outcome PHANTOM ${reason}`]),
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

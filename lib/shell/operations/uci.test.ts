import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseMicros } from '#money';
import { applyDeclaration } from '#operations';
import { importLog, projectDir, sampleMapping, testSession } from '#testing';
import { parseDay, period } from '#time';
import { economicsView } from '#views';

const samples = join(projectDir, 'samples/uci-bank-marketing');
const terms = readFileSync(join(samples, 'declaration.yaml'), 'utf8');
const bank = readFileSync(join(samples, 'bank-full.csv.gz'));

const session = await testSession();
const all = period(parseDay('2008-01-01'), parseDay('2011-01-01'));

async function total() {
  const { rows } = await economicsView(session, { period: all, by: [] });
  return rows[0]!;
}

function withRating(initialSeconds: number, incrementSeconds: number): string {
  const written = 'initialSeconds: 60, incrementSeconds: 60';
  expect(terms).toContain(written);
  return terms.replace(written, `initialSeconds: ${initialSeconds}, incrementSeconds: ${incrementSeconds}`);
}

// The figures are data/README.md section 1, worked out from the file without this product.
it('takes in the real file whole, by a mapping of its columns', async () => {
  await applyDeclaration(session, { text: terms, fileName: 'declaration.yaml' });
  const result = await importLog(session, bank, {
    ...{ fileName: 'bank-full.csv.gz', vendor: 'uci', program: null, timezone: null },
    mapping: sampleMapping('uci-bank-marketing'),
  });
  expect(result).toMatchObject({
    format: 'mapping',
    rows: 45_211,
    inserted: 45_211,
    updated: 0,
    unchanged: 0,
    repeated: 0,
    rejected: 0,
    days: 561,
  });
  const { counts, seconds } = await total();
  expect(counts.calls).toBe(45_211);
  expect(counts.attempted).toBe(45_211);
  expect(seconds.talk).toBe(11_671_811);
  expect(counts.outcomes.sale).toBe(5_289);
  // Three calls took 0 seconds: nobody was spoken with.
  expect(counts.handled).toBe(45_208);
});

it('knows that the bank reported neither wait, hold, wrap nor revenue', async () => {
  const { seconds, money, perCall } = await total();
  expect(seconds).toMatchObject({ wait: null, hold: null, wrap: null });
  expect(money.revenue).toBeNull();
  expect(perCall).toMatchObject({ revenue: null, margin: null, ceiling: null });
});

it.each([
  ['2008', 27_729, 6_993_075, 1_401],
  ['2009', 14_862, 3_908_177, 2_536],
  ['2010', 2_620, 770_559, 1_352],
])('has %s right', async (year, calls, talk, sales) => {
  const own = period(parseDay(`${year}-01-01`), parseDay(`${Number(year) + 1}-01-01`));
  const { rows } = await economicsView(session, { period: own, by: [] });
  expect(rows[0]?.counts.calls).toBe(calls);
  expect(rows[0]?.seconds.talk).toBe(talk);
  expect(rows[0]?.counts.outcomes.sale).toBe(sales);
});

it.each([
  ['cellular', 29_285, 7_702_364, 4_369],
  ['unknown', 13_020, 3_285_473, 530],
  ['telephone', 2_906, 683_974, 390],
])('has calls by %s right', async (callType, calls, talk, sales) => {
  const { rows } = await economicsView(session, { period: all, by: ['call_type'] });
  const own = rows.find(({ key }) => key.callType === callType);
  expect(own?.counts.calls).toBe(calls);
  expect(own?.seconds.talk).toBe(talk);
  expect(own?.counts.outcomes.sale).toBe(sales);
});

it('bills whole minutes as the declaration says', async () => {
  const { seconds, money } = await total();
  expect(seconds.billed).toBe(217_098 * 60);
  // 217,098 minutes x 0.50
  expect(money.charges).toBe(parseMicros('108549.00'));
});

it.each([
  [6, 6, 11_784_642],
  [30, 6, 11_805_024],
  [0, 1, 11_671_811],
])('bills anew when the contract says %i/%i', async (initial, increment, billed) => {
  const { changes, days } = await applyDeclaration(session, {
    text: withRating(initial, increment),
    fileName: 'declaration.yaml',
  });
  expect(changes.filter(({ change }) => change === 'changed').map(({ what }) => what)).toEqual(['contract']);
  expect(days).toBe(561);
  expect((await total()).seconds.billed).toBe(billed);
});

import type pg from 'pg';
import { closeSession, listVersions, rerate } from '#db';
import { parseDay } from '#time';
import { openSession } from '#views';

const vendor = 'bench-0';
const period = { from: parseDay('2025-01-01'), to: parseDay('2026-01-02') };
const night = { class: 'night', from: '22:00', to: '06:00' };

/** A vendor's year under other terms, by what has to be looked at for them. */
const terms = {
  rounding: { incrementSeconds: 1 },
  'rate windows': { incrementSeconds: 1, windows: [night] },
  'repeat calls': { incrementSeconds: 1, windows: [night], excludeRepeatsWithinHours: 24 },
};

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** The least that writing something to each of the calls takes; taken back. */
async function plainUpdate(client: pg.Client): Promise<number> {
  await client.query('begin');
  const taken = await seconds(() =>
    client.query('update call set talk_ms = talk_ms + 1 where vendor_id = (select id from vendor where code = $1)', [
      vendor,
    ]),
  );
  await client.query('rollback');
  return taken;
}

/** Re-rating of a vendor's recorded calls against a plain UPDATE of the same rows. */
export async function benchRerate(client: pg.Client, say: (text: string) => void): Promise<void> {
  const { database } = await openSession();
  const versions = await listVersions(database);
  const calls = (await rerate(database, { vendor, period, versions })).reduce((sum, row) => sum + row.calls, 0);
  const rounds = new Map<string, number[]>();
  for (let round = 0; round < 3; round += 1)
    for (const [name, change] of Object.entries(terms)) {
      const proposed = versions.map((version) => ({ ...version, rating: { ...version.rating, ...change } }));
      const taken = await seconds(() => rerate(database, { vendor, period, versions: proposed }));
      rounds.set(name, [...(rounds.get(name) ?? []), taken]);
    }
  const update = await plainUpdate(client);
  for (const [name, taken] of rounds) {
    const best = Math.min(...taken);
    const rate = Math.round(calls / best).toLocaleString('en');
    say(
      `re-rating, ${name.padEnd(15)}  ${best.toFixed(2)} s  (${calls.toLocaleString('en')} calls, ${rate} calls/s; UPDATE ${update.toFixed(2)} s, ratio ${(best / update).toFixed(2)})`,
    );
  }
  say('');
  await closeSession();
}

/** Imports one file in a process of its own, and prints what it took and the most memory that it held. */
import { createReadStream, statSync } from 'node:fs';
import { importCalls } from '#operations';
import { openSession } from '#views';

const [file = ''] = process.argv.slice(2);
const session = await openSession();
const begun = performance.now();
const result = await importCalls(session, {
  source: createReadStream(file, { highWaterMark: 1 << 18 }),
  fileName: 'bench.csv',
  size: statSync(file).size,
  vendor: null,
  program: null,
  timezone: null,
  format: null,
  strict: true,
});
const seconds = (performance.now() - begun) / 1000;
await session.database.close();
const { rows, inserted, unchanged, days } = result;
process.stdout.write(
  JSON.stringify({ rows, inserted, unchanged, days, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }),
);

/** Imports one file in a process of its own, as the command line does; prints what it took and the most memory it held. */
import { setFlagsFromString } from 'node:v8';
import { fileOnDisk } from '#db';
import { importCalls } from '#operations';
import { openSession } from '#views';

setFlagsFromString('--heap-growing-percent=30');
const [file = ''] = process.argv.slice(2);
const session = await openSession();
const begun = performance.now();
const result = await importCalls(session, {
  files: [fileOnDisk(file, 'bench.csv')],
  vendor: null,
  program: null,
  timezone: null,
  format: null,
  mapping: null,
  strict: true,
});
const seconds = (performance.now() - begun) / 1000;
await session.database.close();
const { rows, inserted, unchanged, days } = result;
process.stdout.write(
  JSON.stringify({ rows, inserted, unchanged, days, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }),
);

import { basename } from 'node:path';
import { importRates } from '#operations';
import type { Command } from '../command.ts';
import { contentOf } from '../input-file.ts';

/** `import rates`: the European Central Bank's reference rates. */
export const importRatesCommand: Command = {
  name: 'import rates',
  args: [{ name: 'file', required: true }],
  options: {},
  help: "takes the European Central Bank's reference rates (eurofxref-hist.csv, plain or .gz)",
  async run({ positionals: [file = ''] }, { session }) {
    const result = await importRates(await session(), { bytes: contentOf(file), fileName: basename(file) });
    const { rates, inserted, updated } = result;
    return {
      json: result,
      text: `${rates} rates: ${inserted} new, ${updated} corrected, ${rates - inserted - updated} left`,
    };
  },
};

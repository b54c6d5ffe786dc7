import { join } from 'node:path';
import { config } from '#config';
import { loadDemonstration } from '#operations';
import type { Command } from '../command.ts';

/** `demo load`: the demonstration, into an empty product. */
export const demoLoad: Command = {
  name: 'demo load',
  args: [],
  options: {},
  help: 'loads the demonstration into an empty product: six invented vendors on real call durations and outcomes',
  async run(_, { session, progress }) {
    const results = await loadDemonstration(await session(), {
      samplesDir: join(config().projectDir, 'samples'),
      onVendor: (vendor, { inserted }) => progress(`demonstration: ${vendor}, ${inserted} calls`),
    });
    const calls = results.reduce((sum, { inserted }) => sum + inserted, 0);
    return { json: { vendors: results.length, calls }, text: `${results.length} vendors, ${calls} calls` };
  },
};

import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inputColumns } from '#imports';
import { importRevenue, type RevenueImported } from '#operations';
import { unmatchedReasons } from '#revenue';
import { type Command, readOption, textOption } from '../command.ts';
import { contentOf } from '../input-file.ts';
import { readZone } from '../read-zone.ts';

const reasons: Record<(typeof unmatchedReasons)[number], string> = {
  no_such_call: 'name a call that has not come',
  no_call_of_customer: 'are of a customer without a call in the days before',
  other_currency: 'are in another currency than their call',
};

function linesOf({ rows, inserted, updated, unchanged, days, ...matched }: RevenueImported): string[] {
  const { byCallId, byLastTouch, unmatched } = matched;
  const without = unmatchedReasons.reduce((sum, reason) => sum + unmatched[reason], 0);
  return [
    `${rows} events: ${inserted} new, ${updated} corrected, ${unchanged} unchanged`,
    `${byCallId} belong to the call that they name, ${byLastTouch} to the last call of their customer, ${without} to none yet`,
    ...unmatchedReasons
      .filter((reason) => unmatched[reason] > 0)
      .map((reason) => `  ${unmatched[reason]} ${reasons[reason]}`),
    `${days} vendor-days recomputed`,
  ];
}

/** `import revenue`: sales, refunds and the like that come after the call. */
export const importRevenueCommand: Command = {
  name: 'import revenue',
  args: [{ name: 'file|-', required: true }],
  options: {
    vendor: { type: 'string', value: 'V', help: 'the vendor of every row; without it each row names its own, or none' },
    timezone: {
      type: 'string',
      value: 'Z',
      help: "zone of local times; without it the vendor's, else the organisation's",
    },
  },
  help: `takes later revenue: sales, refunds and the like (${inputColumns.revenue.join(',')})`,
  async run(given, { session, warn, say }) {
    const file = given.positionals[0] ?? '-';
    const timezone = readOption(given, 'timezone', readZone) ?? null;
    const result = await importRevenue(await session(), {
      bytes: file === '-' ? await buffer(process.stdin) : contentOf(file),
      fileName: file === '-' ? 'standard input' : basename(file),
      vendor: textOption(given, 'vendor') ?? null,
      timezone,
    });
    const warnings = result.warnings.map(say);
    for (const warning of warnings) warn(warning);
    return { json: { ...result, warnings }, text: linesOf(result).join('\n') };
  },
};

import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inputColumns } from '#imports';
import { type InputKind, importInputs } from '#operations';
import { type Command, textOption } from '../command.ts';
import { contentOf } from '../input-file.ts';

const help: Record<InputKind, string> = {
  hours: "takes agents' hours and full-time equivalents",
  scores: 'takes quality and customer-satisfaction scores',
  forecast: 'takes forecasts; a new day of issue is a new version, older ones are kept',
  indices: 'takes values of price indices',
};

function importCommand(kind: InputKind): Command {
  return {
    name: `import ${kind}`,
    args: [{ name: 'file|-', required: true }],
    options:
      kind === 'indices'
        ? {}
        : {
            vendor: { type: 'string', value: 'V', help: 'the vendor of every row; without it each row names its own' },
          },
    help: `${help[kind]} (${inputColumns[kind].join(',')})`,
    async run(given, { session, warn, say }) {
      const file = given.positionals[0] ?? '-';
      const result = await importInputs(await session(), kind, {
        bytes: file === '-' ? await buffer(process.stdin) : contentOf(file),
        fileName: file === '-' ? 'standard input' : basename(file),
        vendor: textOption(given, 'vendor') ?? null,
      });
      const warnings = result.warnings.map(say);
      for (const warning of warnings) warn(warning);
      const { rows, inserted, updated, unchanged } = result;
      return {
        json: { rows, inserted, updated, unchanged, warnings },
        text: `${rows} rows: ${inserted} new, ${updated} corrected, ${unchanged} unchanged`,
      };
    },
  };
}

/** `import hours`, `import scores`, `import forecast`, `import indices`. */
export const importInputsCommands: readonly Command[] = (['hours', 'scores', 'forecast', 'indices'] as const).map(
  importCommand,
);

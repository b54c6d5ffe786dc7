import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inputColumns } from '#imports';
import { importInvoices } from '#operations';
import { type Command, textOption } from '../command.ts';
import { contentOf } from '../input-file.ts';

/** `import invoices`: what vendors bill, line by line. */
export const importInvoicesCommand: Command = {
  name: 'import invoices',
  args: [{ name: 'file|-', required: true }],
  options: {
    vendor: { type: 'string', value: 'V', help: 'the vendor of every row; without it each row names its own' },
    replace: {
      type: 'boolean',
      help: 'gives invoices that are recorded with other content the new one; unchanged lines keep their states and notes',
    },
  },
  help: `takes vendors' invoices, one row a line, a row "total" states the payable (${inputColumns.invoices.join(',')})`,
  async run(given, { session, warn, say }) {
    const file = given.positionals[0] ?? '-';
    const { rows, invoices, warnings } = await importInvoices(await session(), {
      bytes: file === '-' ? await buffer(process.stdin) : contentOf(file),
      fileName: file === '-' ? 'standard input' : basename(file),
      vendor: textOption(given, 'vendor') ?? null,
      replace: given.options.replace === true,
    });
    const told = warnings.map(say);
    for (const warning of told) warn(warning);
    const count = (change: string) => invoices.filter((own) => own.change === change).length;
    return {
      json: { rows, invoices, warnings: told },
      text: [
        `${rows} rows, ${invoices.length} invoices: ${count('new')} new, ${count('replaced')} replaced, ${count('unchanged')} unchanged`,
        ...invoices.map(({ vendor, number, change }) => `  ${vendor} ${number}: ${change}`),
      ].join('\n'),
    };
  },
};

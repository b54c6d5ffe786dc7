import type { Command } from './command.ts';
import { apply } from './commands/apply.ts';
import { call } from './commands/call.ts';
import { compare } from './commands/compare.ts';
import { databaseCommands } from './commands/db.ts';
import { demoLoad } from './commands/demo.ts';
import { economicsCommand } from './commands/economics.ts';
import { exportCommands } from './commands/export.ts';
import { exportCalls } from './commands/export-calls.ts';
import { importBatchesCommands } from './commands/import-batches.ts';
import { importCallsCommand } from './commands/import-calls.ts';
import { importInputsCommands } from './commands/import-inputs.ts';
import { importInspectCommand } from './commands/import-inspect.ts';
import { importInvoicesCommand } from './commands/import-invoices.ts';
import { importRatesCommand } from './commands/import-rates.ts';
import { importRevenueCommand } from './commands/import-revenue.ts';
import { quality } from './commands/quality.ts';
import { statement } from './commands/statement.ts';
import { verdicts } from './commands/verdicts.ts';
import { whatIfCommand } from './commands/whatif.ts';

/** Every command there is, in the order in which a newcomer needs them. */
export const commands: readonly Command[] = [
  apply,
  importInspectCommand,
  importCallsCommand,
  ...importBatchesCommands,
  importRevenueCommand,
  ...importInputsCommands,
  importInvoicesCommand,
  importRatesCommand,
  quality,
  economicsCommand,
  statement,
  verdicts,
  whatIfCommand,
  compare,
  call,
  ...exportCommands,
  exportCalls,
  demoLoad,
  ...databaseCommands,
];

import { reportText } from '#exports';
import { OperationError } from '#operations';
import { parseMonth } from '#time';
import { statementView } from '#views';
import { type Command, requiredOption, textOption } from '../command.ts';
import { refuseUndeclared } from '../declared.ts';
import { statementJson } from '../json/statement.ts';

/** `statement`: charge lines of a month. */
export const statement: Command = {
  name: 'statement',
  args: [],
  options: {
    vendor: { type: 'string', value: 'V', required: true, help: 'the vendor' },
    month: { type: 'string', value: 'YYYY-MM', required: true, help: 'the month' },
    program: { type: 'string', value: 'P', help: 'the contract of one program, and one for all programs' },
  },
  help: "the charge lines of a month: what the vendor's invoice should say",
  async run(given, { session, say, width }) {
    const vendor = requiredOption(given, 'vendor', String);
    const month = requiredOption(given, 'month', parseMonth);
    const program = textOption(given, 'program');
    const own = await session();
    await refuseUndeclared(own, { vendor, program });
    const view = await statementView(own, { vendor, month, program });
    if (!view) throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
    return {
      json: { vendor, program: program ?? null, ...statementJson(view, say) },
      text: reportText(view.report, say, width),
      report: view.report,
    };
  },
};

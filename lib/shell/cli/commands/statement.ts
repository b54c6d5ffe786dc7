import { reportText } from '#exports';
import { formatMicros, minorDigits, sumMicros } from '#money';
import { OperationError } from '#operations';
import { lineLabel } from '#reports';
import { parseMonth } from '#time';
import { statementView } from '#views';
import { type Command, requiredOption, textOption } from '../command.ts';

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
    const view = await statementView(await session(), { vendor, month, program });
    if (!view) throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
    const currencies = [...new Set(view.statements.map((own) => own.currency))];
    const currency = currencies.length === 1 ? currencies[0] : null;
    const lines = view.statements.flatMap((own) =>
      own.lines.map((line) => ({
        id: line.id,
        charge: line.charge,
        label: say(lineLabel(line)),
        quantity: line.quantity,
        rate: line.rate,
        amount: formatMicros(line.amount, minorDigits(own.currency)),
        class: line.class,
        currency: own.currency,
      })),
    );
    // One sum only of one currency: two are never added up.
    const total = currency
      ? formatMicros(
          sumMicros(view.statements.flatMap((own) => own.lines.map(({ amount }) => amount))),
          minorDigits(currency),
        )
      : null;
    return {
      json: { vendor, program: program ?? null, month, currency, lines, billed: total, effective: total },
      text: reportText(view.report, say, width),
      report: view.report,
    };
  },
};

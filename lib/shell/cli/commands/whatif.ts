import type { Side } from '#economics';
import { reportText } from '#exports';
import type { Say } from '#format';
import { formatMicros, minorDigits } from '#money';
import { OperationError, readYaml } from '#operations';
import { amountIn, statementTotals } from '#pricing';
import { lineLabel, type Marks } from '#reports';
import { parseDay, period } from '#time';
import { whatIfView } from '#views';
import { type Command, readOption, requiredOption, textOption } from '../command.ts';
import { refuseUndeclared } from '../declared.ts';
import { contentOf } from '../input-file.ts';
import { economicsJson } from '../json/economics.ts';
import { missingOf } from '../json/statement.ts';

/** `whatif`: another contract on recorded calls. */
export const whatIfCommand: Command = {
  name: 'whatif',
  args: [],
  options: {
    vendor: { type: 'string', value: 'V', required: true, help: 'the vendor' },
    from: { type: 'string', value: 'D', required: true, help: 'first local day' },
    to: { type: 'string', value: 'D', required: true, help: 'the day after the last' },
    contract: {
      type: 'string',
      value: 'FILE',
      required: true,
      help: 'YAML: the terms; what it leaves out stays as it is',
    },
    program: { type: 'string', value: 'P', help: "one program's calls; else those of the contract's program, or all" },
  },
  help: 'another contract on recorded calls, next to the one in force; changes nothing',
  async run(given, { session, say, width }) {
    const vendor = requiredOption(given, 'vendor', String);
    const from = requiredOption(given, 'from', parseDay);
    const to = requiredOption(given, 'to', parseDay);
    const chosen = readOption(given, 'to', () => period(from, to)) ?? { from, to };
    const file = requiredOption(given, 'contract', String);
    const terms = readYaml(contentOf(file).toString('utf8'), file);
    const program = textOption(given, 'program');
    const own = await session();
    await refuseUndeclared(own, { vendor, program });
    const view = await whatIfView(own, { vendor, period: chosen, program, terms, percentiles: true });
    if (!view) throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
    if ('issues' in view) throw new OperationError('validation', `${file} is not a contract`, view.issues);
    const { current, proposed, marks, report } = view;
    return {
      json: { current: sideJson(current, { marks, say }), proposed: sideJson(proposed, { marks, say }) },
      text: reportText(report, say, width),
    };
  },
};

/** One side: its row as `economics --json` has it, with its statements. */
function sideJson({ economics, statements }: Side, { marks, say }: { marks: Marks; say: Say }): object {
  const currencies = [...new Set(statements.map(({ currency }) => currency))];
  const months = [...new Set(statements.map(({ month }) => month))];
  const currency = currencies.length === 1 ? (currencies[0] ?? null) : null;
  const digits = minorDigits(currency ?? economics.currency);
  const whole = {
    lines: statements.flatMap(({ lines }) => lines),
    missing: statements.flatMap(({ missing }) => missing),
  };
  const { billed, effective } = statementTotals(whole);
  // One sum only of one currency: two are never added up.
  const total = (value: typeof billed) => (value === null || currency === null ? null : formatMicros(value, digits));
  return {
    ...economicsJson(economics, { marks, say }),
    statement: {
      vendor: economics.key.vendor,
      program: economics.key.program ?? null,
      months,
      currency,
      lines: statements.flatMap((own) =>
        own.lines.map((line) => ({
          id: line.id,
          month: own.month,
          charge: line.charge,
          label: say(lineLabel(line)),
          quantity: line.quantity,
          rate: line.rate,
          amount: formatMicros(amountIn('billed', line), minorDigits(own.currency)),
          class: line.class,
          currency: own.currency,
        })),
      ),
      missing: statements.flatMap((own) => missingOf(own, say).map((charge) => ({ month: own.month, ...charge }))),
      billed: total(billed),
      effective: total(effective),
    },
  };
}

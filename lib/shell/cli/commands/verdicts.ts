import { reportText } from '#exports';
import { formatMicros, minorDigits } from '#money';
import { reasonText } from '#reports';
import { parseDay } from '#time';
import { verdictsView } from '#views';
import { type Command, readOption } from '../command.ts';

/** `verdicts`: the state of each vendor and program. */
export const verdicts: Command = {
  name: 'verdicts',
  args: [],
  options: { 'as-of': { type: 'string', value: 'D', help: 'the day to judge on; default the last day with calls' } },
  help: 'the state of each vendor and program, with evidence and reasons',
  async run(given, { session, say, width }) {
    const view = await verdictsView(await session(), readOption(given, 'as-of', parseDay));
    const rows = view.verdicts.map((own) => {
      const { client, vendorBook } = own;
      return {
        vendor: own.vendor,
        program: own.program,
        state: own.state,
        zone: own.zone,
        client: { mean: client.mean, lower: client.lower, upper: client.upper, state: client.state },
        vendorBook: {
          mean: vendorBook.mean,
          lower: vendorBook.lower,
          upper: vendorBook.upper,
          state: vendorBook.state,
          assumptionsHold: vendorBook.assumptionsHold,
        },
        aht: own.aht,
        breakEvenAht: own.breakEvenAht,
        days: own.days,
        calls: own.calls,
        reasons: own.reasons.map((reason) => ({ code: reason.code, text: say(reasonText(reason, own.currency)) })),
        since: own.since,
        moneyAtStake: own.moneyAtStake === null ? null : formatMicros(own.moneyAtStake, minorDigits(own.currency)),
      };
    });
    const text = view.report ? reportText(view.report, say, width) : 'no calls have been imported';
    return { json: { asOf: view.asOf, rows }, text, report: view.report };
  },
};

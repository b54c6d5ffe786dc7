import type { ComparedModel } from '#economics';
import { reportText } from '#exports';
import { formatMicros, parseMicros } from '#money';
import { OperationError } from '#operations';
import { parseDay, period } from '#time';
import { modelsView } from '#views';
import { type Command, readOption, requiredOption, textOption } from '../command.ts';
import { refuseUndeclared } from '../declared.ts';

const lacks = {
  contract: 'has no contract to take currency, plan and assumed cost from',
  calls: 'has no handled calls in these days',
  price: 'has no known cost per call in these days: give --price',
};

/** `compare`: the same recorded calls under every standard model. */
export const compare: Command = {
  name: 'compare',
  args: [],
  options: {
    vendor: { type: 'string', value: 'V', required: true, help: 'the vendor' },
    from: { type: 'string', value: 'D', required: true, help: 'first local day' },
    to: { type: 'string', value: 'D', required: true, help: 'the day after the last' },
    program: { type: 'string', value: 'P', help: "one program's calls only" },
    price: { type: 'string', value: 'N', help: 'what a planned call costs under every model; default as in force' },
  },
  help: 'the same recorded calls under every standard price model, set equal at the plan',
  async run(given, { session, say, width }) {
    const vendor = requiredOption(given, 'vendor', String);
    const from = requiredOption(given, 'from', parseDay);
    const to = requiredOption(given, 'to', parseDay);
    const program = textOption(given, 'program');
    const own = await session();
    await refuseUndeclared(own, { vendor, program });
    const view = await modelsView(own, {
      vendor,
      program,
      period: readOption(given, 'to', () => period(from, to)) ?? { from, to },
      price: readOption(given, 'price', parseMicros),
    });
    if (!view) throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
    if ('lacks' in view) throw new OperationError('precondition_failed', `"${vendor}" ${lacks[view.lacks]}`);
    const { models, plan, price, currency, report } = view;
    const json = { vendor, from, to, currency, price: formatMicros(price, 6), plan, models: models.map(modelJson) };
    return { json, text: reportText(report, say, width) };
  },
};

/** A model's rate and what comes of it; unknown = null. */
function modelJson(own: ComparedModel): object {
  if ('lacks' in own) return { model: own.model, rate: null, lacks: own.lacks };
  const { perCall, aht } = own.economics;
  const { cost, margin, vendorMargin } = perCall;
  return { model: own.model, rate: own.rate, aht, perCall: { cost, margin, vendorMargin }, perSecond: own.slope };
}

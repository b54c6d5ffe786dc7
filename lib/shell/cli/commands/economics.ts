import type { Grouping } from '#economics';
import { reportText } from '#exports';
import { isCurrency } from '#money';
import type { View } from '#pricing';
import { parseDay, period } from '#time';
import { economicsView } from '#views';
import { type Command, readOption, requiredOption, textOption } from '../command.ts';
import { refuseUndeclared } from '../declared.ts';
import { economicsJson } from '../json/economics.ts';

const groupings = ['vendor', 'program', 'call_type', 'direction', 'month', 'week', 'day'] as const satisfies Grouping[];

const readBy = (text: string): Grouping[] =>
  text.split(',').map((word) => {
    const found = groupings.find((grouping) => grouping === word.trim());
    if (!found) throw new Error(`no grouping "${word}"; there are ${groupings.join(', ')}`);
    return found;
  });

const readCurrency = (text: string): string => {
  if (!isCurrency(text)) throw new Error(`"${text}" is not an ISO 4217 currency code`);
  return text;
};

const readView = (text: string): View => {
  if (text !== 'billed' && text !== 'effective') throw new Error(`no view "${text}"; there are billed and effective`);
  return text;
};

/** `economics`: both books of a period. */
export const economicsCommand: Command = {
  name: 'economics',
  args: [],
  options: {
    from: { type: 'string', value: 'D', required: true, help: 'first local day' },
    to: { type: 'string', value: 'D', required: true, help: 'the day after the last' },
    by: { type: 'string', value: 'G,G', help: `groups: ${groupings.join(', ')}; default vendor,program` },
    vendor: { type: 'string', value: 'V', help: 'one vendor only' },
    program: { type: 'string', value: 'P', help: 'one program only' },
    view: {
      type: 'string',
      value: 'W',
      help: 'billed (what invoices say) or effective (one-off amounts spread); default effective',
    },
    currency: { type: 'string', value: 'C', help: "reporting currency; default the organisation's" },
  },
  help: 'both books of a period: what calls cost and earn, and whether the price can live',
  async run(given, { session, say, width }) {
    const from = requiredOption(given, 'from', parseDay);
    const to = requiredOption(given, 'to', parseDay);
    const chosen = readOption(given, 'to', () => period(from, to)) ?? { from, to };
    const scope = { vendor: textOption(given, 'vendor'), program: textOption(given, 'program') };
    const own = await session();
    await refuseUndeclared(own, scope);
    const { rows, marks, report, currency } = await economicsView(own, {
      ...scope,
      period: chosen,
      by: readOption(given, 'by', readBy) ?? ['vendor', 'program'],
      currency: readOption(given, 'currency', readCurrency),
      view: readOption(given, 'view', readView),
    });
    return {
      json: { currency, ...chosen, rows: rows.map((row) => economicsJson(row, { marks, say })) },
      text: reportText(report, say, width),
      report,
    };
  },
};

import { requirePermission } from '#auth';
import {
  actualsByMonth,
  inputSpan,
  listForecasts,
  listHours,
  listIndexValues,
  listPrograms,
  listRates,
  listScores,
  listVendors,
  organisation,
  ratedCurrencies,
  type Session,
} from '#db';
import type { Text } from '#format';
import { inputColumns } from '#imports';
import { type InputsInput, inputsReport, lackingText, type Report } from '#reports';
import { type Day, eachMonth, type Month, monthOf, monthPeriod, type Period, parseDay, parseMonth } from '#time';
import { lackingIn } from './lacking-inputs.ts';
import type { Choice } from './types.ts';

/** The sorts of inputs besides calls, in the order of the page. */
export const inputSorts = ['hours', 'scores', 'forecast', 'indices', 'rates'] as const;
export type InputSort = (typeof inputSorts)[number];

/** What an address asks for: a vendor (or, of rates, a currency), and a month (or, of forecasts, a year). */
export type InputsQuery = { sort: InputSort; of?: string | undefined; period?: string | undefined };

export type InputsView = {
  sort: InputSort;
  /** What contracts lack of any sort: the sentence, and where it can be given. */
  lacking: { sort: InputSort; text: Text }[];
  /** Chosen: a vendor or a currency; null = all vendors. Null altogether where there is nothing to choose. */
  of: { chosen: string | null; choices: Choice[] } | null;
  /** `2026-03` or `2026`, the newest first; null where everything is shown. */
  period: { chosen: string; choices: string[] } | null;
  report: Report;
  vendors: Choice[];
  programs: Choice[];
};

type Rows = InputsInput['inputs'];
type Shown = { inputs: Rows; span: Period; of: InputsView['of']; period: InputsView['period'] };

/** What is chosen among choices, or else the first of them. */
function chosenOf(asked: string | undefined, choices: readonly string[]): string | null {
  return choices.find((choice) => choice === asked) ?? choices[0] ?? null;
}

function spanOf(chosen: string | null, otherwise: Month): Period {
  if (chosen === null) return monthPeriod(otherwise);
  if (chosen.length > 4) return monthPeriod(parseMonth(chosen));
  return { from: monthPeriod(parseMonth(`${chosen}-01`)).from, to: monthPeriod(parseMonth(`${chosen}-12`)).to };
}

/** The months, or years, from the first to the last with something in them, and which is shown. */
async function periodsOf(session: Session, sort: Exclude<InputSort, 'indices'>, asked: string | undefined) {
  const found = await inputSpan(session.database, sort);
  const months = found ? [...eachMonth({ from: found.first, to: monthPeriod(monthOf(found.last)).to })] : [];
  const all: string[] = sort === 'forecast' ? [...new Set(months.map((month) => month.slice(0, 4)))] : months;
  const choices = all.reverse();
  const chosen = chosenOf(asked, choices);
  return { span: spanOf(chosen, monthOf(todayOf(session))), period: chosen === null ? null : { chosen, choices } };
}

function todayOf({ now }: Session): Day {
  return parseDay(now().toISOString().slice(0, 10));
}

async function shownOf(session: Session, { sort, ...asked }: InputsQuery, vendors: Choice[]): Promise<Shown> {
  const db = session.database;
  if (sort === 'indices') {
    const rows = await listIndexValues(db);
    const months = rows.map(({ month }) => month).sort();
    const today = monthOf(todayOf(session));
    const span = {
      from: monthPeriod(months[0] ?? today).from,
      to: monthPeriod(months.at(-1) ?? today).to,
    };
    return { inputs: { kind: 'indices', rows }, span, of: null, period: null };
  }
  const { span, period } = await periodsOf(session, sort, asked.period);
  if (sort === 'rates') {
    const choices = (await ratedCurrencies(db)).map((id) => ({ id, label: id }));
    const currency =
      chosenOf(
        asked.of ?? 'USD',
        choices.map(({ id }) => id),
      ) ?? 'USD';
    const rows = await listRates(db, { ...span, currency });
    const of = choices.length === 0 ? null : { chosen: currency, choices };
    return { inputs: { kind: 'rates', rows }, span, of, period };
  }
  const vendor = vendors.find(({ id }) => id === asked.of)?.id;
  const inputs = await rowsOf(session, sort, { ...span, vendor });
  return { inputs, span, of: vendors.length > 1 ? { chosen: vendor ?? null, choices: vendors } : null, period };
}

async function rowsOf(
  { database }: Session,
  sort: Exclude<InputSort, 'indices' | 'rates'>,
  filter: Period & { vendor: string | undefined },
): Promise<Rows> {
  switch (sort) {
    case 'hours':
      return { kind: sort, rows: await listHours(database, filter) };
    case 'scores':
      return { kind: sort, rows: await listScores(database, filter) };
    case 'forecast':
      return {
        kind: sort,
        rows: await listForecasts(database, filter),
        actuals: await actualsByMonth(database, filter),
      };
  }
}

/** What is recorded of one sort of inputs, the newest first, and what contracts lack of any. */
export async function inputsPage(session: Session, query: InputsQuery): Promise<InputsView> {
  requirePermission(session, 'view', 'inputs');
  const [vendors, programs] = [await listVendors(session.database), await listPrograms(session.database)];
  const choices = vendors.map(({ code, name }) => ({ id: code, label: name }));
  const { inputs, span, of, period } = await shownOf(session, query, choices);
  const { currency, timezone } = await organisation(session.database);
  const names = { vendors, programs, timezone };
  const lacking = await lackingIn(session);
  return {
    sort: query.sort,
    lacking: lacking.map((own) => ({ sort: own.kind, text: lackingText(own, names) })),
    of,
    period,
    report: inputsReport({
      ...names,
      inputs,
      period: span,
      currency,
      lacking: lacking.filter(({ kind }) => kind === query.sort),
    }),
    vendors: choices,
    programs: programs.map(({ code, name }) => ({ id: code, label: name })),
  };
}

/** The columns of the file that gives inputs of this sort; null for rates, whose file is the European Central Bank's. */
export function inputTemplate(sort: InputSort): readonly string[] | null {
  return sort === 'rates' ? null : inputColumns[sort];
}

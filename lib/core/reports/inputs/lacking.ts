import type { ContractVersion } from '#contracts';
import type { Cell, Text } from '#format';
import type { Missing, Statement } from '#pricing';
import type { RollupRow } from '#rollup';
import { type Month, monthOf } from '#time';
import { list } from '../cells.ts';
import { type Names, vendorName } from '../names.ts';
import type { InputRows } from './rows.ts';

/** What a file or form could give of what a contract is counted by. */
type Given = Extract<Missing['input'], 'logged_hours' | 'fte' | 'qa' | 'csat' | 'index'>;

/** The inputs that a vendor's contract lacks in some months, so that they have no total, or lacks on some days of one. */
export type Lacking = {
  kind: InputRows['kind'];
  vendor: string;
  months: readonly Month[];
} & ({ input: Exclude<Given, 'index'> } | { input: 'index'; index: string } | { input: 'days'; days: number });

const kindOf: Record<Given, InputRows['kind']> = {
  logged_hours: 'hours',
  fte: 'hours',
  qa: 'scores',
  csat: 'scores',
  index: 'indices',
};

function isGiven(input: Missing['input']): input is Given {
  return Object.hasOwn(kindOf, input);
}

/** Whether any charge of a contract is counted by an input that comes by file or form. */
export function needsInputs({ charges }: Pick<ContractVersion, 'charges'>): boolean {
  return charges.some(
    (charge) =>
      (charge.kind === 'per_hour' && charge.basis === 'logged') ||
      charge.kind === 'per_fte' ||
      charge.kind === 'indexation' ||
      (charge.kind === 'bonus_malus' && (charge.kpi === 'qa' || charge.kpi === 'csat')),
  );
}

type PricedMonth = { version: ContractVersion; statement: Pick<Statement, 'month' | 'missing'> };

/** What a vendor's contracts lack, from the statements of some months in order: one entry an input, with its months. */
export function lackingInputs(vendor: string, months: readonly PricedMonth[]): Lacking[] {
  const found = new Map<string, Lacking & { months: Month[] }>();
  for (const { version, statement } of months)
    for (const { input, place } of statement.missing) {
      if (!isGiven(input)) continue;
      const terms = version.charges[place];
      const index = terms?.kind === 'indexation' ? terms.index : '';
      const key = `${input} ${index}`;
      const known = found.get(key);
      if (!known) {
        const own = { kind: kindOf[input], vendor, months: [statement.month] };
        found.set(key, input === 'index' ? { ...own, input, index } : { ...own, input });
      } else if (!known.months.includes(statement.month)) known.months.push(statement.month);
    }
  return [...found.values()];
}

type Hours = { contractId: string | null; day: string; loggedHours: string | null };

/**
 * The months in which a contract with a price per logged hour has hours, but not for every day with handled calls: the
 * total is then known, and probably too low.
 */
export function lackingDays(
  version: ContractVersion,
  { rows, hours }: { rows: readonly RollupRow[]; hours: readonly Hours[] },
): Lacking[] {
  if (!version.charges.some((charge) => charge.kind === 'per_hour' && charge.basis === 'logged')) return [];
  const logged = hours.filter((own) => own.contractId === version.id && own.loggedHours !== null);
  const withHours = new Set<string>(logged.map(({ day }) => day));
  const withCalls = new Set(
    rows.filter((row) => row.contractId === version.id && row.handled > 0).map(({ day }) => day),
  );
  const months = new Set(logged.map(({ day }) => day.slice(0, 7)));
  const without = [...withCalls].filter((day) => months.has(monthOf(day)) && !withHours.has(day)).map(monthOf);
  return [...new Set(without)].sort().map((month) => ({
    kind: 'hours',
    vendor: version.vendor,
    months: [month],
    input: 'days',
    days: without.filter((own) => own === month).length,
  }));
}

/** What is lacking, as a sentence. */
export function lackingText(lacking: Lacking, names: Names): Text {
  const { vendor, months, input } = lacking;
  const values = {
    vendor: vendorName(names, vendor),
    months: list(months.map((month): Cell => ({ kind: 'month', month }))),
    ...(input === 'index' && { index: lacking.index }),
    ...(input === 'days' && { days: lacking.days }),
  };
  return { key: `inputs.lacks.${input}`, values };
}

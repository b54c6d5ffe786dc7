import { type ChargeKind, indexable, kpis, surchargeBases } from '#contracts';

/** How a field is entered and read: amounts and percents stay the text that was typed, a number becomes one. */
type Shape = 'decimal' | 'number' | 'day' | 'text' | 'choice' | 'rateClass';

/** What stands behind a figure: the contract's currency, or a word. */
export type Unit = 'money' | 'percent' | 'share' | 'seconds' | 'months' | 'calls';

type Name =
  | 'mode'
  | 'rate'
  | 'basis'
  | 'outcome'
  | 'percent'
  | 'amount'
  | 'on'
  | 'amortiseMonths'
  | 'calls'
  | 'band'
  | 'arc'
  | 'rrc'
  | 'kpi'
  | 'cap'
  | 'floor'
  | 'low'
  | 'high'
  | 'perSecond'
  | 'rateClass'
  | 'by'
  | 'index'
  | 'weight'
  | 'since';

type Option =
  | 'flat'
  | 'graduated'
  | 'volume'
  | 'logged'
  | 'productive'
  | 'sale'
  | 'resolved'
  | 'contact'
  | 'byPercent'
  | 'byAmount'
  | 'service_level'
  | 'aht'
  | 'abandonment'
  | 'conversion'
  | 'resolution'
  | 'qa'
  | 'csat';

/** One field of a charge, as the form shows it. */
export type ChargeField = {
  name: Name;
  shape: Shape;
  unit?: Unit;
  options?: readonly Option[];
  optional?: true;
  /** Only while another field of the charge holds this. */
  when?: readonly [Name, Option];
};

/** A list within a charge: tiers or steps, each with its two columns. */
export type ChargeRows = {
  name: 'tiers' | 'steps';
  columns: readonly { name: 'upTo' | 'rate' | 'from' | 'percent'; shape: 'decimal' | 'number'; unit?: Unit }[];
  /** Not while the charge has one flat rate. */
  unless?: readonly [Name, Option];
};

/** The charges that a charge may be on, where it can name them. */
export type ChargeChoices = { options: readonly ChargeKind[]; when?: readonly [Name, Option] };

type Form = { fields: readonly ChargeField[]; rows?: ChargeRows; on?: ChargeChoices };

const rate: ChargeField = { name: 'rate', shape: 'decimal', unit: 'money' };
const amount: ChargeField = { name: 'amount', shape: 'decimal', unit: 'money' };
const tiered: Form = {
  fields: [
    { name: 'mode', shape: 'choice', options: ['flat', 'graduated', 'volume'] },
    { ...rate, when: ['mode', 'flat'] },
  ],
  rows: {
    name: 'tiers',
    columns: [
      { name: 'upTo', shape: 'number' },
      { name: 'rate', shape: 'decimal', unit: 'money' },
    ],
    unless: ['mode', 'flat'],
  },
};

/** The form of every kind of charge, in the order in which its fields are read. */
export const chargeForms: Readonly<Record<ChargeKind, Form>> = {
  per_call: tiered,
  per_minute: tiered,
  per_hour: { fields: [{ name: 'basis', shape: 'choice', options: ['logged', 'productive'] }, rate] },
  per_fte: { fields: [rate] },
  per_outcome: {
    fields: [{ name: 'outcome', shape: 'choice', options: ['sale', 'resolved', 'contact'] }, rate],
  },
  revenue_share: { fields: [{ name: 'percent', shape: 'decimal', unit: 'percent' }] },
  fixed: { fields: [amount] },
  one_off: {
    fields: [
      amount,
      { name: 'on', shape: 'day' },
      { name: 'amortiseMonths', shape: 'number', unit: 'months', optional: true },
    ],
  },
  minimum: { fields: [amount] },
  cap: { fields: [amount] },
  dead_band: {
    fields: [
      { name: 'calls', shape: 'number', unit: 'calls' },
      { name: 'band', shape: 'decimal', unit: 'share' },
      { name: 'arc', shape: 'decimal', unit: 'money' },
      { name: 'rrc', shape: 'decimal', unit: 'money' },
    ],
  },
  bonus_malus: {
    fields: [
      {
        name: 'kpi',
        shape: 'choice',
        options: kpis,
      },
      { name: 'cap', shape: 'decimal', unit: 'percent', optional: true },
      { name: 'floor', shape: 'decimal', unit: 'percent', optional: true },
    ],
    rows: {
      name: 'steps',
      columns: [
        { name: 'from', shape: 'decimal' },
        { name: 'percent', shape: 'decimal', unit: 'percent' },
      ],
    },
  },
  aht_collar: {
    fields: [
      { name: 'low', shape: 'number', unit: 'seconds' },
      { name: 'high', shape: 'number', unit: 'seconds' },
      { name: 'perSecond', shape: 'decimal', unit: 'money' },
    ],
  },
  surcharge: {
    fields: [
      { name: 'rateClass', shape: 'rateClass' },
      { name: 'by', shape: 'choice', options: ['byPercent', 'byAmount'] },
      { name: 'percent', shape: 'decimal', unit: 'percent', when: ['by', 'byPercent'] },
      { name: 'amount', shape: 'decimal', unit: 'money', when: ['by', 'byAmount'] },
    ],
    on: { options: surchargeBases, when: ['by', 'byPercent'] },
  },
  indexation: {
    fields: [
      { name: 'index', shape: 'text' },
      { name: 'weight', shape: 'decimal', unit: 'share' },
      { name: 'cap', shape: 'decimal', unit: 'share', optional: true },
      { name: 'since', shape: 'day', optional: true },
    ],
    on: { options: indexable },
  },
};

type Texts = Readonly<Record<string, string>>;

/** The fields of a charge that apply to what is chosen in it. */
export function fieldsOf({ kind, text }: { kind: ChargeKind; text: Texts }): ChargeField[] {
  return chargeForms[kind].fields.filter(({ when }) => !when || text[when[0]] === when[1]);
}

/** The list of a charge, where it applies. */
export function rowsOf({ kind, text }: { kind: ChargeKind; text: Texts }): ChargeRows | null {
  const { rows } = chargeForms[kind];
  return rows && !(rows.unless && text[rows.unless[0]] === rows.unless[1]) ? rows : null;
}

/** The choice of charges that a charge is on, where it applies. */
export function choicesOf({ kind, text }: { kind: ChargeKind; text: Texts }): ChargeChoices | null {
  const { on } = chargeForms[kind];
  return on && (!on.when || text[on.when[0]] === on.when[1]) ? on : null;
}

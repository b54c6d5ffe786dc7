import type { Charge, ChargeKind, Contract } from '#contracts';
import type { EditorView } from '#views';
import { chargeForms } from './charge-fields.ts';

export const ratingNumbers = [
  'initialSeconds',
  'incrementSeconds',
  'excludeShorterThanSeconds',
  'excludeRepeatsWithinHours',
] as const;
export const costFields = ['load', 'occupancy', 'shrinkage', 'overheadPerCall', 'targetMargin'] as const;
export const wageFields = ['value', 'low', 'high'] as const;
export const planFields = ['ahtSeconds', 'callsPerMonth', 'conversion'] as const;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type Texts<Name extends string> = Record<Name, string>;

/** A charge as it is typed: every field a text, whether or not it applies to what is chosen. */
export type ChargeDraft = {
  /** Tells charges of a form apart while they are moved and removed. */
  key: string;
  kind: ChargeKind;
  text: Record<string, string>;
  /** Tiers or steps. */
  rows: Record<string, string>[];
  /** The charges that it is on. */
  on: string[];
};

/** A rate window as it is typed; `dates` are separated by commas. */
export type WindowDraft = { key: string; class: string; days: string[]; from: string; to: string; dates: string };

/** A contract as it is typed in the editor. */
export type Draft = Texts<'vendor' | 'program' | 'from' | 'to' | 'currency' | 'timezone' | 'exchange' | 'note'> & {
  /** The stored contract that it comes from. */
  base: { id: string; from: string } | null;
  rating: Texts<'billable' | 'basis' | (typeof ratingNumbers)[number]>;
  windows: WindowDraft[];
  charges: ChargeDraft[];
  /** Whether anything is assumed about the vendor's cost. */
  assumes: boolean;
  wage: Texts<(typeof wageFields)[number]>;
  vendorCost: Texts<(typeof costFields)[number]>;
  plan: Texts<(typeof planFields)[number]>;
};

const said = (value: string | number | null | undefined): string => (value == null ? '' : String(value));

function textsOf<Name extends string>(names: readonly Name[], from: Partial<Record<Name, unknown>>): Texts<Name> {
  return Object.fromEntries(names.map((name) => [name, said(from[name] as string | undefined)])) as Texts<Name>;
}

/** What the editor starts with. */
export function startOf({ version, start, from }: EditorView): Draft {
  const rating = version?.rating;
  const cost = version?.vendorCost;
  return {
    ...start,
    from,
    to: said(version?.to),
    exchange: version?.exchange ?? 'month_average',
    note: '',
    base: version && { id: version.id, from: version.from },
    rating: {
      billable: rating?.billable ?? 'handled',
      basis: rating?.basis ?? 'talk',
      ...textsOf(ratingNumbers, rating ?? { initialSeconds: 0, incrementSeconds: 1, excludeShorterThanSeconds: 0 }),
    },
    windows: (rating?.windows ?? []).map(windowDraft),
    charges: version ? version.charges.map(chargeDraft) : [newCharge('per_call', '0')],
    assumes: cost !== undefined,
    wage: textsOf(wageFields, cost?.agentHourly ?? {}),
    vendorCost: textsOf(
      costFields,
      cost ?? { load: '1', occupancy: '0.8', shrinkage: '0.3', overheadPerCall: '0', targetMargin: '0.1' },
    ),
    plan: textsOf(planFields, version?.plan ?? {}),
  };
}

function windowDraft(window: Contract['rating']['windows'][number], index: number): WindowDraft {
  const { days = [], dates = [], from = '', to = '' } = window;
  return { key: String(index), class: window.class, days: [...days], from, to, dates: dates.join(', ') };
}

/** A rate window to be filled in. */
export function newWindow(key: string): WindowDraft {
  return { key, class: '', days: [], from: '', to: '', dates: '' };
}

/** A charge of a kind to be filled in. */
export function newCharge(kind: ChargeKind, key: string): ChargeDraft {
  const { fields, rows, on } = chargeForms[kind];
  const text = Object.fromEntries(fields.map(({ name, options }) => [name, options?.[0] ?? '']));
  if (kind === 'surcharge') text.rateClass = 'standard';
  const started =
    rows?.name === 'tiers'
      ? [
          { upTo: '1000', rate: '' },
          { upTo: '', rate: '' },
        ]
      : [{ from: '0', percent: '' }];
  return { key, kind, text, rows: rows ? started : [], on: kind === 'surcharge' && on ? on.options.slice(0, 2) : [] };
}

function chargeDraft(charge: Charge, index: number): ChargeDraft {
  const stored: Record<string, unknown> = charge;
  const draft = newCharge(charge.kind, String(index));
  const text = Object.fromEntries(
    chargeForms[charge.kind].fields.map(({ name }) => [name, said(stored[name] as string | undefined)]),
  );
  if ('mode' in text) text.mode ||= 'flat';
  if (charge.kind === 'surcharge') text.by = charge.percent === undefined ? 'byAmount' : 'byPercent';
  const { rows } = chargeForms[charge.kind];
  const list = rows && (stored[rows.name] as Record<string, string | number | null>[] | undefined);
  const on = charge.kind === 'surcharge' || charge.kind === 'indexation' ? [...(charge.on ?? [])] : [];
  const typed = list?.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, said(value)])));
  return { ...draft, text, rows: typed ?? draft.rows, on };
}

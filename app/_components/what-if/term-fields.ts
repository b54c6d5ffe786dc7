import type { Charge, Contract } from '#contracts';

/** A number of a contract that can be moved: where it stands, what it is, and how far it is moved. */
export type TermField = {
  /** The place of its charge, and its path inside. */
  path: readonly (string | number)[];
  kind: Charge['kind'];
  /** Which of the charge's numbers: a message `ui.whatIf.fields.<name>`. */
  name: 'rate' | 'tier' | 'lastTier' | 'percent' | 'amount' | 'arc' | 'rrc' | 'perSecond' | 'step' | 'surcharge';
  /** What the name is completed with: a tier's last unit, a step's first value, a rate class. */
  detail: string;
  unit: 'money' | 'percent';
  value: string;
  min: number;
  max: number;
  step: number;
};

type Found = Pick<TermField, 'path' | 'name' | 'unit' | 'value'> & { detail?: string; signed?: true };

/** The numbers of a contract's charges that are commonly argued about, in the order of the charges. */
export function termFields({ charges }: Pick<Contract, 'charges'>): TermField[] {
  return charges.flatMap((charge, place) =>
    numbersOf(charge).map(({ path, signed, detail = '', ...found }) => ({
      ...found,
      detail,
      kind: charge.kind,
      path: ['charges', place, ...path],
      ...rangeOf(Number(found.value), found.unit, signed ?? false),
    })),
  );
}

function numbersOf(charge: Charge): Found[] {
  const money = (name: TermField['name'], value: string | undefined): Found[] =>
    value === undefined ? [] : [{ path: [name], name, unit: 'money', value }];
  switch (charge.kind) {
    case 'per_call':
    case 'per_minute':
      return [...money('rate', charge.rate), ...(charge.tiers ?? []).map(tierOf)];
    case 'per_hour':
    case 'per_fte':
    case 'per_outcome':
      return money('rate', charge.rate);
    case 'revenue_share':
      return [{ path: ['percent'], name: 'percent', unit: 'percent', value: charge.percent }];
    case 'fixed':
    case 'one_off':
    case 'minimum':
    case 'cap':
      return money('amount', charge.amount);
    case 'dead_band':
      return [...money('arc', charge.arc), ...money('rrc', charge.rrc)];
    case 'aht_collar':
      return money('perSecond', charge.perSecond);
    case 'surcharge':
      return surchargeOf(charge);
    case 'bonus_malus':
      return charge.steps.map(({ from, percent }, index) => ({
        path: ['steps', index, 'percent'],
        name: 'step',
        detail: from,
        unit: 'percent',
        value: percent,
        signed: true,
      }));
    case 'indexation':
      return [];
  }
}

function tierOf({ upTo, rate }: { upTo: number | null; rate: string }, index: number): Found {
  const name = upTo === null ? 'lastTier' : 'tier';
  return { path: ['tiers', index, 'rate'], name, detail: String(upTo ?? ''), unit: 'money', value: rate };
}

function surchargeOf({ rateClass, percent, amount }: Extract<Charge, { kind: 'surcharge' }>): Found[] {
  const own = { name: 'surcharge', detail: rateClass } as const;
  if (percent !== undefined) return [{ ...own, path: ['percent'], unit: 'percent', value: percent }];
  return amount === undefined ? [] : [{ ...own, path: ['amount'], unit: 'money', value: amount }];
}

/** From 0 to about twice the value in a few hundred steps of a round size; a percent ends at 100. */
function rangeOf(value: number, unit: TermField['unit'], signed: boolean): Pick<TermField, 'min' | 'max' | 'step'> {
  const size = Math.max(Math.abs(value) * 2, unit === 'percent' ? 10 : 1);
  const power = 10 ** Math.floor(Math.log10(size));
  const round = Math.ceil(size / power) * power;
  const max = unit === 'percent' ? Math.min(100, round) : round;
  return { min: signed ? -max : 0, max, step: Number((power / 100).toPrecision(6)) };
}

/** The contract with the number at a path replaced. */
export function withTerm(contract: Contract, path: TermField['path'], value: string): Contract {
  return replaced(contract, path, value) as Contract;
}

function replaced(at: unknown, [name, ...rest]: TermField['path'], value: string): unknown {
  if (name === undefined) return value;
  if (Array.isArray(at)) return at.map((item, index) => (index === name ? replaced(item, rest, value) : item));
  const own = at as Record<string, unknown>;
  return { ...own, [name]: replaced(own[name], rest, value) };
}

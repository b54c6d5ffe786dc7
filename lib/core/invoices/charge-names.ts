import type { Line } from '#pricing';

/**
 * What invoices call each charge, in the trade's languages: beginnings of words, and whole words where they have fewer
 * than five letters. An invoice is not ours to word, so this only helps to find what is meant.
 */
const names: Readonly<Record<Line['charge'], string>> = {
  per_call: 'call calls chiamat llamad anruf appel',
  per_minute: 'minut min mins',
  per_hour: 'hour hours stunde heure hora horas ora ore',
  per_fte: 'fte ftes agent operator seat seats postazion',
  per_outcome: 'sale sales order resol contact vendit venta risolt resuel contatt',
  revenue_share: 'revenue commission share provvigion royalt umsatz',
  fixed: 'fixed monthly retainer canone fisso mensil pauschal',
  one_off: 'setup onboard training formazion tantum implement',
  minimum: 'minim commitment shortfall trueup',
  cap: 'cap ceiling tetto',
  dead_band: 'arc rrc band baseline additional reduced',
  bonus_malus: 'bonus malus penal incentiv sla',
  aht_collar: 'aht collar',
  surcharge: 'surcharge supplement maggioraz zuschlag night notturn holiday festiv weekend',
  indexation: '',
};

const outcomeNames: Readonly<Record<NonNullable<Line['detail']['outcome']>, string>> = {
  sale: 'sale sales order vendit venta',
  resolved: 'resol risolt resuel',
  contact: 'contact contatt',
};

const WHOLE_WORD = 5;

/** How many of some words a description holds. */
function held(description: string, words: string): number {
  const own = description.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const isHeld = (word: string) =>
    own.some((part) => (word.length < WHOLE_WORD ? part === word : part.startsWith(word)));
  return words.split(' ').filter((word) => word !== '' && isHeld(word)).length;
}

/** Whether a description names the charge of a line, names only others, or says nothing of the kind. */
export type Naming = 'named' | 'silent' | 'another';

/** What a description says of a line of our statement, and how much of what tells it from others of its charge. */
export function naming(
  description: string,
  { charge, detail }: Pick<Line, 'charge' | 'detail'>,
): { naming: Naming; details: number } {
  const outcome = detail.outcome ? held(description, outcomeNames[detail.outcome]) : null;
  const own = outcome ?? held(description, names[charge]);
  const rateClass = detail.rateClass ? held(description, detail.rateClass.toLowerCase()) : 0;
  if (own + rateClass > 0) return { naming: 'named', details: own + rateClass };
  const others = Object.values(names).some((words) => held(description, words) > 0);
  return { naming: others ? 'another' : 'silent', details: 0 };
}

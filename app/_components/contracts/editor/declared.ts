import { type ChargeField, choicesOf, fieldsOf, rowsOf } from './charge-fields.ts';
import { type ChargeDraft, type Draft, planFields, ratingNumbers, type WindowDraft } from './draft.ts';

/** The terms as a declaration writes them, and the place in the form of each of their charges. */
export type Declared = { terms: Record<string, unknown>; places: number[] };

/** A text as a number; one that is none stays as it is, so that the contract's own rules refuse it. */
const numberOf = (text: string): number | string => (/^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The terms of an editor as a declaration writes them. */
export function declaredTerms(draft: Draft): Declared {
  const places = [...draft.charges.keys()].filter((place) => !staysBehind(draft, draft.charges[place]));
  const plan = planFields.filter((name) => given(draft.plan[name]) !== undefined);
  return {
    places,
    terms: {
      vendor: draft.vendor,
      program: given(draft.program),
      from: draft.from,
      to: given(draft.to) ?? null,
      currency: draft.currency.trim(),
      timezone: draft.timezone.trim(),
      exchange: draft.exchange,
      rating: ratingOf(draft),
      charges: places.flatMap((place) => draft.charges[place] ?? []).map((charge) => chargeOf(charge, draft)),
      ...(draft.assumes && { vendorCost: costOf(draft) }),
      ...(plan.length > 0 && { plan: Object.fromEntries(plan.map((name) => [name, numberOf(draft.plan[name])])) }),
    },
  };
}

/** Whether a one-off amount was billed by the version that these terms take over from, and so is none of theirs. */
export function staysBehind({ base, from }: Draft, charge: ChargeDraft | undefined): boolean {
  if (charge?.kind !== 'one_off' || base === null || from <= base.from) return false;
  const { on = '', amortiseMonths = '' } = charge.text;
  return on !== '' && on < from && amortiseMonths.trim() === '';
}

function ratingOf({ rating, windows }: Draft) {
  const { billable, basis } = rating;
  const numbers = ratingNumbers.map((name) => [
    name,
    name === 'excludeRepeatsWithinHours' && given(rating[name]) === undefined ? undefined : numberOf(rating[name]),
  ]);
  return { billable, basis, ...Object.fromEntries(numbers), windows: windows.map(windowOf) };
}

function windowOf({ class: rateClass, days, from, to, dates }: WindowDraft) {
  const list = dates.split(',').flatMap((date) => given(date) ?? []);
  return {
    class: rateClass.trim(),
    ...(days.length > 0 && { days }),
    ...(given(from) && { from }),
    ...(given(to) && { to }),
    ...(list.length > 0 && { dates: list }),
  };
}

function costOf({ wage, vendorCost }: Draft) {
  const { value, low, high } = wage;
  return { agentHourly: { value, low: given(low) ?? value, high: given(high) ?? value }, ...vendorCost };
}

function chargeOf(charge: ChargeDraft, draft: Draft): Record<string, unknown> {
  const rows = rowsOf(charge);
  const choices = choicesOf(charge);
  const fields = fieldsOf(charge).filter(({ name }) => name !== 'by');
  const on = choices && charge.on.length > 0 ? { on: charge.on } : {};
  return {
    kind: charge.kind,
    ...Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, charge.text[field.name] ?? '')])),
    ...(charge.text.mode === 'flat' && { mode: undefined }),
    ...(charge.kind === 'indexation' && { since: since(charge, draft) }),
    ...(rows && { [rows.name]: charge.rows.map((row) => rowValue(row, rows.columns)) }),
    ...on,
  };
}

/** An index keeps counting from where it did under the terms that these take over from. */
function since({ text }: ChargeDraft, { base, from }: Draft): string | undefined {
  return given(text.since ?? '') ?? (base !== null && base.from < from ? base.from : undefined);
}

function fieldValue({ shape, optional }: ChargeField, text: string): unknown {
  if (optional && given(text) === undefined) return undefined;
  return shape === 'number' ? numberOf(text) : text.trim();
}

/** Only a tier's end may be empty: then the tier is open. */
function rowValue(row: Record<string, string>, columns: readonly { name: string; shape: string }[]) {
  return Object.fromEntries(
    columns.map(({ name, shape }) => {
      const text = row[name] ?? '';
      if (name === 'upTo' && given(text) === undefined) return [name, null];
      return [name, shape === 'number' ? numberOf(text) : text.trim()];
    }),
  );
}

import { parseContract } from '#contracts';
import { choicesOf, fieldsOf, rowsOf } from './charge-fields.ts';
import type { Declared } from './declared.ts';
import { costFields, type Draft, planFields, ratingNumbers, wageFields } from './draft.ts';

/** A fault of the terms with its path in the declaration. */
export type Fault = { path: string; message: string };

/** Faults by the field or the part of the form that they are shown at; '' is the form as a whole. */
export type PlacedFaults = ReadonlyMap<string, string[]>;

/** Every field of the form with what is typed in it, by its path. */
export function fieldTexts(draft: Draft): Map<string, string> {
  const { rating, windows, charges, vendorCost, wage, plan } = draft;
  const top = ['vendor', 'program', 'from', 'to', 'currency', 'timezone', 'exchange'] as const;
  return new Map([
    ...top.map((name) => [name, draft[name]] as const),
    ...(['billable', 'basis', ...ratingNumbers] as const).map((name) => [`rating.${name}`, rating[name]] as const),
    ...windows.flatMap((window, index) => {
      const at = `rating.windows[${index}]`;
      const texts = (['class', 'from', 'to', 'dates'] as const).map((name) => [`${at}.${name}`, window[name]] as const);
      return [...texts, [`${at}.days`, window.days.join(',')] as const];
    }),
    ...charges.flatMap((charge, index) => {
      const at = `charges[${index}]`;
      const rows = rowsOf(charge);
      return [
        ...fieldsOf(charge).map(({ name }) => [`${at}.${name}`, charge.text[name] ?? ''] as const),
        ...(choicesOf(charge) ? [[`${at}.on`, charge.on.join(',')] as const] : []),
        ...(rows
          ? charge.rows.flatMap((row, place) =>
              rows.columns.map(({ name }) => [`${at}.${rows.name}[${place}].${name}`, row[name] ?? ''] as const),
            )
          : []),
      ];
    }),
    ...(draft.assumes
      ? [
          ...wageFields.map((name) => [`vendorCost.agentHourly.${name}`, wage[name]] as const),
          ...costFields.map((name) => [`vendorCost.${name}`, vendorCost[name]] as const),
        ]
      : []),
    ...planFields.map((name) => [`plan.${name}`, plan[name]] as const),
  ]);
}

/** What the contract's own rules find in the terms, as they stand. */
export function faultsOf(declared: Declared): Fault[] {
  const read = parseContract(declared.terms);
  return read.ok ? [] : read.issues;
}

/** What the form says in its own words where the rules of a contract speak of types. */
export type FaultWords = { required: string; number: string; whole: string; noCharge: string };

/** Each fault at its field or, where none is shown for it, at the nearest part of the form around it. */
export function placeFaults(
  { draft, declared, words }: { draft: Draft; declared: Declared; words: FaultWords },
  faults: readonly Fault[],
): PlacedFaults {
  const fields = fieldTexts(draft);
  const placed = new Map<string, string[]>();
  for (const { path, message } of faults) {
    const at = placeOf(inForm(path, declared), fields, draft);
    const said = plainly(message, fields.get(at), words);
    const before = placed.get(at) ?? [];
    // What is not there yet has no other fault.
    if (!before.includes(words.required)) placed.set(at, [...before, said]);
  }
  return placed;
}

/** A path in the declaration as one in the form, which also holds charges that are not declared. */
function inForm(path: string, { places }: Declared): string {
  return path.replace(/^charges\[(\d+)\]/, (_, index: string) => `charges[${places[Number(index)] ?? index}]`);
}

function plainly(message: string, text: string | undefined, words: FaultWords): string {
  if (text?.trim() === '' && /^(""|Invalid input)/.test(message)) return words.required;
  if (/^Invalid input: expected int/.test(message)) return words.whole;
  if (/^Invalid input: expected number/.test(message)) return words.number;
  return /^Too small: expected array/.test(message) ? words.noCharge : message;
}

function placeOf(path: string, fields: ReadonlyMap<string, string>, draft: Draft): string {
  const parts = new Set([
    ...['rating', 'charges', 'plan', ''],
    ...(draft.assumes ? ['vendorCost'] : []),
    ...draft.charges.map((_, index) => `charges[${index}]`),
    ...draft.windows.map((_, index) => `rating.windows[${index}]`),
  ]);
  for (let at = path; at !== ''; at = at.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
    if (fields.has(at) || parts.has(at)) return at;
    if (!/[.[]/.test(at)) break;
  }
  return '';
}

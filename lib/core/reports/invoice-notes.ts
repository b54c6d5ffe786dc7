import type { Cell, Text } from '#format';
import { NO_COUNTERPART, type NoteChange } from '#invoices';
import { parseMicros } from '#money';
import { say, text } from './cells.ts';
import { wholeAmount } from './invoice-sentences.ts';

type Choice = { id: string; label: Text };

/** What was changed, in a sentence; lines of our statement by their names, as far as they are still on it. */
export function noteChangeText(change: NoteChange, currency: string, choices: readonly Choice[]): Text {
  switch (change.kind) {
    case 'state':
      return {
        key: 'invoices.notes.state',
        values: {
          from: say(`invoices.states.${change.from}`),
          to: say(`invoices.states.${change.to}`),
          isCredit: change.credited === null ? 'no' : 'yes',
          credited: wholeAmount(change.credited === null ? null : parseMicros(change.credited), currency),
        },
      };
    case 'match':
      return matchText(change.to, choices);
    case 'tolerance': {
      const { amount, percent } = change.to;
      const values = { amount: wholeAmount(parseMicros(amount), currency), percent };
      return { key: 'invoices.notes.tolerance', values };
    }
    case 'replaced':
      return { key: 'invoices.notes.replaced', values: { source: change.source } };
  }
}

function matchText(to: string | null, choices: readonly Choice[]): Text {
  if (to === null) return { key: 'invoices.notes.byRule' };
  if (to === NO_COUNTERPART) return { key: 'invoices.notes.alone' };
  const label = choices.find(({ id }) => id === to)?.label;
  const line: Cell = label ? { kind: 'say', text: label } : text(to);
  return { key: 'invoices.notes.matched', values: { line } };
}

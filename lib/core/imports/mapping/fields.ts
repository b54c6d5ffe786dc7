import type { Direction, Outcome } from '#calls';
import type { Micros } from '#money';
import { readCurrency } from '../cells/amount.ts';
import type { Start } from '../cells/started-at.ts';
import { readId, readText } from '../cells/text.ts';
import { outcomeWords } from '../vendor-words.ts';
import { amountReader } from './amounts.ts';
import { durationReader } from './durations.ts';
import { type Field, fieldOf } from './field.ts';
import type { DurationUnit, Mapping } from './schema.ts';
import type { Written } from './source.ts';
import { mappedStartReader } from './start.ts';
import { directionWords, meaningOf, translated, yesNo } from './words.ts';

/** The values of a call as a mapping takes them from a row; vendor and program by the codes that it gives them. */
export type Fields = {
  callId: Field<string>;
  vendor: Field<string>;
  program: Field<string>;
  callType: Field<string>;
  direction: Field<Direction>;
  start: Field<Start>;
  wait: Field<number>;
  talk: Field<number>;
  hold: Field<number>;
  wrap: Field<number>;
  answered: Field<boolean>;
  disposition: Field<string>;
  outcome: Field<Outcome>;
  agent: Field<string>;
  customer: Field<string>;
  revenue: Field<Micros>;
  currency: Field<string>;
};

/** The words that a mapping explains a column's by. */
function wordsOf(written: { words?: Record<string, string> | undefined } | { constant: string } | undefined) {
  return written && 'words' in written ? written.words : undefined;
}

/** Makes the readers of all values of a call in a table with this header. */
export function fieldsOf(header: readonly string[], { columns, decimal }: Mapping, zone: string | null): Fields {
  const at = <T>(target: keyof Mapping['columns'], written: Written | undefined, read: Field<T>['read']) =>
    fieldOf(target, written, { header, read });
  const text = (target: 'call_type' | 'disposition' | 'agent' | 'customer_ref') =>
    at(target, columns[target], readText);
  const time = (target: 'wait_s' | 'talk_s' | 'hold_s' | 'wrap_s') => {
    const unit: DurationUnit = columns[target]?.unit ?? 'seconds';
    return at(target, columns[target], durationReader(unit, decimal));
  };
  const code = (target: 'vendor' | 'program') => at(target, columns[target], translated(wordsOf(columns[target])));
  const currency = translated(wordsOf(columns.currency));
  return {
    callId: at('call_id', columns.call_id, readId),
    vendor: code('vendor'),
    program: code('program'),
    callType: text('call_type'),
    direction: at('direction', columns.direction, meaningOf(directionWords, wordsOf(columns.direction))),
    start: at('started_at', columns.started_at, mappedStartReader(columns.started_at, zone)),
    wait: time('wait_s'),
    talk: time('talk_s'),
    hold: time('hold_s'),
    wrap: time('wrap_s'),
    answered: at('answered', columns.answered, meaningOf(yesNo, wordsOf(columns.answered))),
    disposition: text('disposition'),
    outcome: at('outcome', columns.outcome, meaningOf(outcomeWords, wordsOf(columns.outcome))),
    agent: text('agent'),
    customer: text('customer_ref'),
    revenue: at('revenue', columns.revenue, amountReader(decimal)),
    currency: at('currency', columns.currency, (word) => readCurrency(currency(word))),
  };
}

import type { Text } from '#format';
import type { Finding } from '#quality';
import { isDay } from '#time';
import { day, list, share, text } from '../cells.ts';

type Written = NonNullable<Text['values']>[string];

/** Figures that are no plain counts, by how their names end. */
const kinds: [RegExp, (value: number) => Written][] = [
  [/share$/i, share],
  [/^hours$/, (value) => ({ kind: 'number', value, digits: value < 10 && !Number.isInteger(value) ? 1 : 0 })],
  [/^minutes$/, (value) => ({ kind: 'number', value, digits: value < 10 ? 1 : 0 })],
];

function written(name: string, value: Finding['figures'][string]): Written {
  if (value === null) return { kind: 'unknown' };
  if (typeof value === 'number') return kinds.find(([ends]) => ends.test(name))?.[1](value) ?? value;
  return typeof value === 'string' ? word(value) : list(value.map(word));
}

/** Data or a day; a code of ours stays one, for sentences that choose by it. */
function word(value: string) {
  return isDay(value) ? day(value) : text(value);
}

/** What a check came to as a sentence that can be forwarded. Counts stay numbers, so that sentences can follow them. */
export function findingText({ code, says, figures }: Pick<Finding, 'code' | 'says' | 'figures'>): Text {
  const values = Object.entries(figures).map(([name, value]) => [name, written(name, value)]);
  return { key: `quality.says.${code}.${says}`, values: Object.fromEntries(values) };
}

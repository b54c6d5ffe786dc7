import type { Micros } from '#money';
import { readAmount } from '../cells/amount.ts';
import type { Fault } from '../cells/fault.ts';
import { type DecimalMark, plainNumber } from './plain-number.ts';

const symbol = /^([+-]?)\s?\p{Sc}\s?|\s?\p{Sc}$/u;

/** An amount without its currency sign; in brackets, or with the minus behind, it is money given back. */
function signed(text: string): string {
  const bare = text.replace(symbol, '$1');
  const [, back] = /^\((.*)\)$/.exec(bare) ?? /^([^-+].*)-$/.exec(bare) ?? [];
  return back === undefined ? bare : `-${back.replace(symbol, '$1')}`;
}

/** Reader of amounts in currency units, with the file's decimal mark: exact, at most six decimals. */
export function amountReader(mark: DecimalMark): (text: string) => Micros | Fault {
  const otherwise: Fault = { fault: { key: 'rejects.not_a_marked_amount', values: { mark } } };
  return (text) => {
    const plain = plainNumber(signed(text), mark);
    const amount = plain === null ? otherwise : readAmount(plain);
    return typeof amount === 'bigint' ? amount : otherwise;
  };
}

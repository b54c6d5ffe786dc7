/** A message of the catalogue (messages/<locale>.json) with the figures that go into it. */
export type Text = { key: string; values?: Record<string, Cell | string | number> };

/** An interval that holds under daily looks, in the unit of the figure it stands beside. Null end = unbounded. */
export type Interval = { lower: number | null; upper: number | null };

export type State = 'failing' | 'at_risk' | 'healthy' | 'not_enough_evidence';
export type Zone = 'sound' | 'underpriced' | 'overpriced' | 'broken';

/**
 * One figure or word, typed, as every page and file receives it. How it is written follows from its kind and the
 * reader's locale, in one place (cellText).
 */
export type Cell =
  /** Not known, which is not zero; `why` says what is missing. */
  | { kind: 'unknown'; why?: Text }
  /** Data: a name, a code. */
  | { kind: 'text'; text: string }
  /** A word or sentence of ours. */
  | { kind: 'say'; text: Text }
  /** Several of one sort, joined as the language joins them. */
  | { kind: 'list'; items: readonly Cell[] }
  /** A cell with nothing rounded away, wherever it is written: a figure that others are worked out from. */
  | { kind: 'exact'; cell: Cell }
  /** A total: exact decimal text with the currency's digits; `whole` writes all of them, however large it is. */
  | { kind: 'amount'; amount: string; currency: string; whole?: true }
  /** Currency units per call, unrounded; `signed` writes the plus of a margin. */
  | { kind: 'perCall'; value: number; currency: string; interval?: Interval | null; signed?: true }
  /** A rate as agreed: decimal text in a currency or in percent, never rounded. */
  | { kind: 'rate'; rate: string; unit: string }
  /** Units of a charge (calls, minutes, revenue): exact decimal text. */
  | { kind: 'quantity'; quantity: string }
  | { kind: 'count'; value: number }
  /** `mark`: what this figure is made of where another beside it is made of something else. */
  | { kind: 'seconds'; value: number; mark?: Text }
  /** A share between 0 and 1, written as a percentage. */
  | { kind: 'share'; value: number; mark?: Text }
  /** A plain number with the decimals given. */
  | { kind: 'number'; value: number; digits: number }
  | { kind: 'day'; day: string }
  | { kind: 'month'; month: string }
  | { kind: 'period'; from: string; to: string }
  /** Milliseconds since the epoch, written on the clock of `zone`. */
  | { kind: 'instant'; ms: number; zone: string }
  | { kind: 'state'; state: State }
  | { kind: 'zone'; zone: Zone };

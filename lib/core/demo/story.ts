import type { Direction, Outcome } from '#calls';
import type { Day } from '#time';
import type { Weighted } from './random.ts';

/** Real calls of one derived year whose duration in seconds lies in [from, to): a stratum to draw from. */
export type Stratum = { year: 2008 | 2009 | 2010; from: number; to: number };

/** What a call came to, in the vendor's own word and in the product's. */
export type Ending = { word: string; outcome: Outcome };

/** A topic of calls: which real calls it is drawn from, and how those end that sold nothing. */
export type CallType = {
  code: string;
  practised: Weighted<Stratum>;
  /** The real calls that stand for the same topic in the hands of a beginner. */
  novice?: Weighted<Stratum>;
  unsold: Weighted<Ending>;
};

/** How the invented parts of a call are made: hold is cut out of the real duration, wrap is added to it. */
export type Manner = {
  /** Share of calls with hold, and the share of such a call's real duration that is hold, from and to. */
  holdCalls: number;
  holdPart: readonly [number, number];
  /** Median after-call work; its logarithm has standard deviation 0.5. */
  wrapSeconds: number;
};

/** Calls that reach nobody. All of it is invented: every UCI call was answered. */
type Unanswered = {
  share: number;
  /** Mean ring or queue time before the line goes dead. */
  waitSeconds: number;
  endings: Weighted<Ending>;
};

/** What a sale brings: a price list, or amounts scattered around a median. */
export type OrderValue = { prices: Weighted<number> } | { median: number; spread: number };

/** One invented vendor on one program, as data: everything that its log is drawn from. */
export type Story = {
  vendor: string;
  program: string;
  direction: Direction;
  /** The callers' zone decides when calls come; the vendor writes its log on its own clock. */
  callersZone: string;
  vendorZone: string;
  currency: string;
  /** First local day of calls and the day after the last, and days without a log (holidays, outages). */
  from: Day;
  to: Day;
  missing: readonly Day[];
  /** Calls offered or attempted on a full weekday; factors for Monday to Sunday and for months named YYYY-MM. */
  callsPerDay: number;
  weekdays: readonly number[];
  months: Readonly<Record<string, number>>;
  /** Days from the first one until the full volume is reached; 0 = at once. */
  buildUpDays: number;
  /** Relative volume of the hours from `opens` on, callers' clock. */
  opens: number;
  hours: readonly number[];
  agents: number;
  /** Share of calls from somebody who has called before. */
  repeats: number;
  callTypes: Weighted<CallType>;
  manner: Manner;
  /** Learning (DeJong): a call is a novice's with probability (1 + handled calls / experience) ^ -pace. */
  learning?: { novice: Manner; experience: number; pace: number };
  /** Share of answered calls that queued or rang, and their mean wait. */
  waiting: { share: number; seconds: number };
  unanswered: Unanswered;
  /** Words for answered calls of less than `under` seconds that sold nothing. */
  brief?: { under: number; endings: Weighted<Ending> };
  sold: string;
  orderValue: OrderValue;
  /** Without it the log leaves `outcome` empty and the declaration's outcome map must read the vendor's words. */
  writesOutcome: boolean;
};

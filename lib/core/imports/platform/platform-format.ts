import type { CallDetails, Direction, Outcome } from '#calls';
import type { Text } from '#format';
import type { Micros } from '#money';
import type { MetricContract, Place } from '../call-batch.ts';
import type { RowFault } from '../log-format.ts';
import type { Placed } from './gather.ts';

/** What a document begins with, for telling whose log it is. */
export type Sample = {
  /** `table`: rows under a header; `rows`: a delimited file whose first row is no header; `objects`: JSON. */
  shape: 'table' | 'rows' | 'objects';
  /** Of a table: its header, trimmed. Else empty. */
  header: readonly string[];
  /** At most the first 50 records: an object by header name (empty cells null), a list of cells, a JSON value. */
  records: readonly unknown[];
  delimiter: string | null;
};

/** What a platform's records are read with. */
export type ReadContext = {
  /** Zone of times without an offset; null = none was named, and such a time is a `needsZone` fault. */
  timezone: string | null;
};

/**
 * What one record came to: a piece of the call of this key; nothing of any call (null); a record that is left out, with
 * the reason (a monitored call, a call that is still on); or all that is wrong with it, by the source's own names.
 */
export type PieceResult<Piece> =
  | { key: string; piece: Piece }
  | { leftOut: Text }
  | { faults: readonly RowFault[] }
  | null;

/** The talk, hold and wrap of one agent in a call; null = the platform does not report it. */
export type LegTimes = { talkMs: number; holdMs: number | null; wrapMs: number | null };

/** A call as the platform tells it, before it is known what its words mean to the client. */
export type PlatformCall = {
  callId: string;
  /** The call of which this is a leg whose time that call has already. */
  legOf: string | null;
  /** The queue, campaign or skill: the vendor's word for a program, and the call's type. */
  queue: string | null;
  /** Null: as its program's. */
  direction: Direction | null;
  startedAt: number;
  /** Its local time happened twice and the first was taken. */
  repeatedHour?: boolean;
  waitMs: number | null;
  /** The agents that spoke, in order; at least one: where nobody spoke, its talk is 0 and the rest 0 or unknown. */
  legs: readonly LegTimes[];
  answered: boolean;
  disposition: string | null;
  /** What the platform itself knows the call came to; null = what the disposition means. */
  outcome: Outcome | null;
  agent: string | null;
  /** The caller's number or id, as written: it is hashed before it goes further. */
  customer: string | null;
  revenue: Micros | null;
  /** Null: as its program's. */
  currency: string | null;
  details: CallDetails | null;
};

/** What the pieces of one key came to; mostly one call. */
export type Joined = {
  calls: readonly (Place & { call: PlatformCall })[];
  rejects?: readonly (Place & RowFault)[];
};

/** One platform's call log: how it is known, what its records are, how they become calls, and what its times mean. */
export type PlatformFormat<Piece = unknown> = {
  /** The platform and its report, as the trade calls them; a proper name, the same in every language. */
  label: string;
  shapes: readonly Sample['shape'][];
  /** Whether cells may be quoted (RFC 4180); `false`: a quote is a character like any other. */
  quotes?: false;
  /** A last column under which rows have as many cells as they like, or none: nothing of them is read. */
  openEnd?: string;
  /** Numbers of records of one kind after which its export stops without saying so, each kind by itself. */
  stopsAt?: { records: readonly number[]; kindOf(record: unknown): string };
  /** Columns or keys that it cannot be known without; for telling a person what a file lacks that nearly is one. */
  needs?: readonly string[];
  /** Formats of the same name have calls in common: their pieces meet by key, and the first one registered joins them. */
  joinsAs?: string;
  /** Whether a document that begins so is of this format. */
  recognises(sample: Sample): boolean;
  /** Reads one record, through the format's schema. Its faults name the source's own columns. */
  read(record: unknown, context: ReadContext): PieceResult<Piece>;
  /** Joins the pieces of one key, in the order in which they were delivered. */
  join(pieces: readonly Placed<Piece>[], context: ReadContext): Joined;
  /** What its own status words mean, in small letters; a vendor's own outcome map comes first. */
  words: ReadonlyMap<string, Outcome>;
  metrics: MetricContract;
};

/** A row of the call detail records: one path between two channels, or what one channel did alone. */
export type CdrRow = {
  source: 'cdr';
  callId: string;
  /** Whether its channel is the one that the call's id is of. */
  isFirst: boolean;
  sequence: number;
  startedAt: number;
  repeated: boolean;
  /** From start to answer; null = nobody answered. */
  answerAfterMs: number | null;
  billedMs: number;
  account: string | null;
  src: string | null;
  dst: string | null;
  dcontext: string | null;
  channel: string;
  dstchannel: string | null;
  app: string | null;
  data: string | null;
  disposition: string;
};

/** A line of queue_log that tells of a call. */
export type QueueEvent = {
  source: 'queue';
  callId: string;
  at: number;
  queue: string | null;
  agent: string | null;
  event: string;
  params: readonly (string | null)[];
};

/** What one call is made of: the two logs of one exchange meet by the id of the caller's channel. */
export type AsteriskPiece = CdrRow | QueueEvent;

/** When a channel was made, as its unique id says (`mainserver-1706421930.5`); null = the id says nothing. */
export function epochOf(uniqueid: string | null): number | null {
  const [, seconds] = /(?:^|-)(\d{9,10})\.\d+$/.exec(uniqueid ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

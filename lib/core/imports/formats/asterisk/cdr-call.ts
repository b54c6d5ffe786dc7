import type { Direction } from '#calls';
import { deviceOf, isExtension, isInnerHalf, isLocal, isOutside } from './channel.ts';
import { type CallPart, legOf, nobody } from './part.ts';
import type { CdrRow } from './piece.ts';

/** What an agent's channel did in a call: from the first answer, as long as any of its rows is billed. */
type AgentLeg = { device: string; answeredAt: number; talkMs: number };

/** The row that a call begins with: the earliest, and of those that begin at once its own channel's. */
export function inOrder(a: CdrRow, b: CdrRow): number {
  return (
    a.startedAt - b.startedAt ||
    Number(b.isFirst) - Number(a.isFirst) ||
    Number(isLocal(a.channel)) - Number(isLocal(b.channel)) ||
    a.sequence - b.sequence ||
    JSON.stringify(a).localeCompare(JSON.stringify(b))
  );
}

/**
 * An agent calls out where an extension, or the context of the extensions, dials a number of the telephone network. Who
 * calls from such a number calls in. Calls between extensions are as their program's.
 */
function directionOf({ src, dst, dcontext }: CdrRow): Direction | null {
  const fromInside = isExtension(src) || /internal|outbound|outgoing/i.test(dcontext ?? '');
  if (isOutside(dst) && fromInside) return 'outbound';
  return isExtension(src) && isExtension(dst) ? null : 'inbound';
}

/** Milliseconds in which at least one of the stretches runs: rows of one channel may overlap, and are one conversation. */
function covered(stretches: readonly { from: number; to: number }[]): number {
  let until = Number.NEGATIVE_INFINITY;
  let all = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    all += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return all;
}

const answeredAt = ({ startedAt, answerAfterMs }: CdrRow) => startedAt + (answerAfterMs ?? 0);

function legsBy(rows: readonly CdrRow[], channelOf: (row: CdrRow) => string | null): AgentLeg[] {
  const channels = new Map<string, CdrRow[]>();
  for (const row of rows) {
    const channel = channelOf(row);
    if (channel !== null) channels.set(channel, [...(channels.get(channel) ?? []), row]);
  }
  const legs = [...channels].map(([channel, own]) => ({
    device: deviceOf(channel),
    answeredAt: Math.min(...own.map(answeredAt)),
    talkMs: covered(own.map((row) => ({ from: answeredAt(row), to: answeredAt(row) + row.billedMs }))),
  }));
  return legs.sort((a, b) => a.answeredAt - b.answeredAt);
}

/**
 * Rows in which a telephone answered. A loop through a Local channel is none, since the telephone behind it has a row of
 * its own; only where that row is missing does the loop stand for it.
 */
function answeredRows(rows: readonly CdrRow[]): CdrRow[] {
  const answered = rows.filter(({ disposition, dstchannel }) => disposition === 'ANSWERED' && dstchannel !== null);
  const telephones = answered.filter(({ dstchannel }) => !isLocal(dstchannel ?? ''));
  if (telephones.length > 0 || rows.some(({ channel }) => isInnerHalf(channel))) return telephones;
  return answered.filter(({ billedMs }) => billedMs > 0);
}

/** The number that was called, where it is one; where it is only a step of the dial plan, the queue that was asked. */
function queueOf(rows: readonly CdrRow[], { dst, account }: CdrRow, direction: Direction | null): string | null {
  if (direction === 'outbound') return account;
  if (dst !== null && !/^[a-z]$/i.test(dst)) return dst;
  const queued = rows.find(({ app, data }) => /^queue$/i.test(app ?? '') && data !== null);
  return queued?.data?.split(',')[0] || dst;
}

type Shared = Pick<CallPart, 'startedAt' | 'repeatedHour' | 'direction' | 'queue' | 'customer'>;

/** The agent calls: his telephone is the calling one, and he spoke as long as anybody's answer is billed. */
function outgoing(shared: Shared, rows: readonly CdrRow[], first: CdrRow): CallPart {
  const [leg] = legsBy(
    answeredRows(rows).filter(({ billedMs }) => billedMs > 0),
    () => first.channel,
  );
  const disposition = leg
    ? 'ANSWERED'
    : (rows.findLast((row) => row.disposition !== 'ANSWERED')?.disposition ?? 'NO ANSWER');
  return {
    ...shared,
    waitMs: leg ? Math.max(0, leg.answeredAt - shared.startedAt) : null,
    legs: leg ? [legOf(leg.talkMs)] : nobody,
    answered: leg !== undefined,
    disposition,
    outcome: null,
    agent: deviceOf(first.channel),
  };
}

function incoming(shared: Shared, rows: readonly CdrRow[]): CallPart {
  const legs = legsBy(answeredRows(rows), ({ dstchannel }) => dstchannel);
  const [leg] = legs;
  const rang = rows.some(({ dstchannel, app }) => dstchannel !== null || /^(queue|dial)$/i.test(app ?? ''));
  return {
    ...shared,
    waitMs: leg ? Math.max(0, leg.answeredAt - shared.startedAt) : null,
    legs: leg ? legs.map(({ talkMs }) => legOf(talkMs)) : nobody,
    answered: leg !== undefined,
    disposition: leg ? 'ANSWERED' : 'NO AGENT',
    outcome: leg || rang ? null : 'other',
    agent: legs.at(-1)?.device ?? null,
  };
}

/** The rows of one call, in order, as a call. */
export function cdrCall(rows: readonly CdrRow[]): CallPart | null {
  const [first] = rows;
  if (first === undefined) return null;
  const direction = directionOf(first);
  const shared: Shared = {
    startedAt: first.startedAt,
    repeatedHour: first.repeated,
    direction,
    queue: queueOf(rows, first, direction),
    customer: direction === 'outbound' ? first.dst : first.src,
  };
  return direction === 'outbound' ? outgoing(shared, rows, first) : incoming(shared, rows);
}

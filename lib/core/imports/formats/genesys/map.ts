import type { Direction } from '#calls';
import type { PlatformCall } from '../../platform/platform-format.ts';
import { detailsOf, seconds } from '../../platform/read/details.ts';
import { type AgentLeg, agentLegs } from './agents.ts';
import type { Conversation, Participant } from './schema.ts';
import { beginning, segmentTime, spoken, timeIn } from './times.ts';

/** A stay in a queue: which one, since when, how long; null = the customer was not on the line, but asked to be called. */
type Stay = { queue: string | null; since: number | null; waitMs: number | null };

function stayOf(participant: Participant): Stay {
  const sessions = spoken(participant);
  const ids = participant.sessions.flatMap(({ segments }) => segments.flatMap(({ queueId }) => queueId ?? []));
  const waited = timeIn(sessions, 'tAcd') ?? timeIn(sessions, 'tAbandon') ?? segmentTime(sessions, 'INTERACT');
  return {
    queue: participant.participantName ?? ids[0] ?? null,
    since: beginning(participant.sessions),
    waitMs: sessions.length === 0 ? null : waited,
  };
}

function stays({ participants }: Conversation): Stay[] {
  return participants
    .filter(({ purpose }) => purpose === 'ACD')
    .map(stayOf)
    .sort((a, b) => (a.since === null || b.since === null ? 0 : a.since - b.since));
}

/** Stays until the first agent spoke; all of them where none did. */
function before(all: readonly Stay[], first: AgentLeg | undefined): Stay[] {
  const since = first?.since ?? null;
  return all.filter((stay) => since === null || stay.since === null || stay.since <= since);
}

function waitOf(queued: readonly Stay[], first: AgentLeg | undefined): number | null {
  const waits = queued.flatMap(({ waitMs }) => waitMs ?? []);
  return waits.length === 0 ? (first?.answeredAfterMs ?? null) : waits.reduce((all, ms) => all + ms, 0);
}

/** The customer's number: on his own sessions, the one that calls or the one that is called. */
function customerOf({ participants }: Conversation, direction: Direction | null): string | null {
  const customers = participants.filter(({ purpose }) => purpose === 'CUSTOMER' || purpose === 'EXTERNAL');
  const numbers = customers.flatMap(spoken).flatMap(({ ani, dnis }) => (direction === 'outbound' ? dnis : ani) ?? []);
  return numbers[0]?.replace(/^(?:tel|sip):/i, '') ?? null;
}

function directionOf({ originatingDirection, participants }: Conversation): Direction | null {
  const sessions = participants
    .filter(({ purpose }) => purpose === 'CUSTOMER' || purpose === 'EXTERNAL')
    .flatMap(spoken);
  const written = originatingDirection ?? sessions.find(({ direction }) => direction !== null)?.direction;
  if (written === 'INBOUND') return 'inbound';
  return written === 'OUTBOUND' ? 'outbound' : null;
}

/** What the last agent who spoke wrapped the call up as; where none spoke, how it ended. */
function dispositionOf(conversation: Conversation, spoke: readonly AgentLeg[], queued: boolean): string {
  const { participants } = conversation;
  if (spoke.length > 0) return spoke.findLast(({ wrapUpCode }) => wrapUpCode !== null)?.wrapUpCode ?? 'handled';
  const sessions = participants.flatMap(spoken);
  if (timeIn(sessions, 'tAbandon') !== null) return 'abandoned';
  if (participants.some(({ purpose }) => purpose === 'VOICEMAIL')) return 'voicemail';
  if (directionOf(conversation) === 'outbound')
    return sessions.find(({ dispositionName }) => dispositionName !== null)?.dispositionName ?? 'no_contact';
  return queued ? 'abandoned' : 'not_queued';
}

/** The platform's handle time less the sum of its parts: it may hold dialling besides, so that it only says so. */
function handleGap(spoke: readonly AgentLeg[]): number | null {
  const gap = spoke.reduce((all, { handleMs, times: { talkMs, holdMs, wrapMs } }) => {
    return all + (handleMs === null ? 0 : handleMs - talkMs - (holdMs ?? 0) - (wrapMs ?? 0));
  }, 0);
  return gap === 0 ? null : gap;
}

function callDetails({ participants }: Conversation, legs: readonly AgentLeg[], spoke: readonly AgentLeg[]) {
  return detailsOf({
    ivr_s: seconds(timeIn(participants.flatMap(spoken), 'tIvr')),
    transfers: spoke.length > 1 ? spoke.length - 1 : null,
    agents_without_answer: legs.length > spoke.length ? legs.length - spoke.length : null,
    handle_gap_s: seconds(handleGap(spoke)),
  });
}

/** Talk of nobody; an agent who dialled in vain has his after-call work. */
function vainLegs(legs: readonly AgentLeg[], direction: Direction | null): AgentLeg['times'][] {
  const dialled = direction === 'outbound' ? legs.map(({ times }) => ({ ...times, talkMs: 0, holdMs: 0 })) : [];
  return dialled.length > 0 ? dialled : [{ talkMs: 0, holdMs: 0, wrapMs: 0 }];
}

/** What a conversation by telephone says of its call. */
export function callOf(conversation: Conversation): PlatformCall {
  const legs = agentLegs(conversation);
  const spoke = legs.filter(({ answered }) => answered);
  const [first] = spoke;
  const queued = before(stays(conversation), first);
  const direction = directionOf(conversation);
  return {
    callId: conversation.conversationId,
    legOf: null,
    queue: queued.findLast(({ queue }) => queue !== null)?.queue ?? (first ?? legs[0])?.queueId ?? null,
    direction,
    startedAt: conversation.conversationStart,
    waitMs: waitOf(queued, first),
    legs: first ? spoke.map(({ times }) => times) : vainLegs(legs, direction),
    answered: first !== undefined,
    disposition: dispositionOf(conversation, spoke, queued.length > 0),
    outcome: null,
    agent: (first ? spoke : direction === 'outbound' ? legs : []).at(-1)?.agent ?? null,
    customer: customerOf(conversation, direction),
    revenue: null,
    currency: null,
    details: callDetails(conversation, legs, spoke),
  };
}

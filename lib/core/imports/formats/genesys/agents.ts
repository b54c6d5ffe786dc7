import type { LegTimes } from '../../platform/platform-format.ts';
import type { Conversation, Participant } from './schema.ts';
import { beginning, hasSegment, segmentTime, spoken, timeIn } from './times.ts';

/** What one agent did in a conversation. */
export type AgentLeg = {
  times: LegTimes;
  answered: boolean;
  /** Null: the segments do not say. */
  since: number | null;
  agent: string | null;
  queueId: string | null;
  wrapUpCode: string | null;
  /** The platform's own handle time, which may hold dialling and contacting besides; null = not given. */
  handleMs: number | null;
  /** How long the customer waited for this agent in his queue. */
  answeredAfterMs: number | null;
};

/**
 * An agent's times. One who did not respond has after-call work and handle time too (his phone was out of service that
 * long), so that only agents who spoke count: they have talk, or a segment in which they interact.
 */
function legOf(participant: Participant): AgentLeg {
  const sessions = spoken(participant);
  const segments = sessions.flatMap((session) => session.segments);
  const talk = timeIn(sessions, 'tTalkComplete') ?? timeIn(sessions, 'tTalk');
  const hold = timeIn(sessions, 'tHeldComplete') ?? timeIn(sessions, 'tHeld');
  return {
    times: {
      talkMs: talk ?? segmentTime(sessions, 'INTERACT'),
      holdMs: hold ?? segmentTime(sessions, 'HOLD'),
      wrapMs: timeIn(sessions, 'tAcw') ?? segmentTime(sessions, 'WRAPUP'),
    },
    answered: (talk ?? 0) > 0 || timeIn(sessions, 'tAnswered') !== null || hasSegment(sessions, 'INTERACT'),
    since: beginning(sessions, 'INTERACT') ?? beginning(sessions),
    agent: participant.userId ?? participant.participantName,
    queueId: segments.find(({ queueId }) => queueId !== null)?.queueId ?? null,
    wrapUpCode: segments.findLast(({ wrapUpCode }) => wrapUpCode !== null)?.wrapUpCode ?? null,
    handleMs: timeIn(sessions, 'tHandle'),
    answeredAfterMs: timeIn(sessions, 'tAnswered'),
  };
}

/** Agents in the order in which they came to speak; where that is not said, as they are listed. */
export function agentLegs({ participants }: Conversation): AgentLeg[] {
  return participants
    .filter(({ purpose }) => purpose === 'AGENT' || purpose === 'USER')
    .map(legOf)
    .sort((a, b) => (a.since === null || b.since === null ? 0 : a.since - b.since));
}

import type { PieceResult, PlatformCall, PlatformFormat } from '../../platform/platform-format.ts';
import { knows } from '../../platform/read/knows.ts';
import { callOf } from './map.ts';
import { type Conversation, readConversation } from './schema.ts';
import { wrapUpWords } from './words.ts';

/** A piece as it may be put aside: no amounts of money in it. */
type Piece = PlatformCall;

/** The media of a conversation in which nobody telephones; none where one is by telephone, or where none is named. */
function otherMedia({ participants }: Conversation): string[] {
  const media = new Set(participants.flatMap(({ sessions }) => sessions.flatMap(({ mediaType }) => mediaType ?? [])));
  return media.has('VOICE') ? [] : [...media];
}

/** Whether it is over: an older one, which never says, is when all its segments are. */
function isOver({ conversationEnd, originatingDirection, participants }: Conversation): boolean {
  if (conversationEnd !== null) return true;
  const sessions = participants.flatMap((participant) => participant.sessions);
  const segments = sessions.flatMap((session) => session.segments);
  const isOlder = originatingDirection === null && sessions.every(({ metrics }) => metrics.length === 0);
  return isOlder && segments.length > 0 && segments.every(({ segmentEnd }) => segmentEnd !== null);
}

function read(value: unknown): PieceResult<Piece> {
  const result = readConversation(value);
  if ('faults' in result) return result;
  const { values: conversation } = result;
  const media = otherMedia(conversation);
  if (media.length > 0) return { leftOut: { key: 'rejects.not_voice', values: { channel: media.join(', ') } } };
  if (!isOver(conversation)) return { leftOut: { key: 'rejects.still_open' } };
  return { key: conversation.conversationId, piece: callOf(conversation) };
}

const needs = ['conversationId', 'conversationStart', 'participants'];

/** Genesys Cloud: conversation details, as its analytics query or job gives them. */
export const genesys: PlatformFormat<Piece> = {
  label: 'Genesys Cloud conversation details',
  shapes: ['objects'],
  needs,
  recognises: (sample) => knows(sample, needs),
  read,
  join(pieces) {
    const last = pieces.at(-1);
    if (last === undefined) return { calls: [] };
    const { piece, ...place } = last;
    const details = { source_records: pieces.length, ...piece.details };
    return { calls: [{ ...place, call: { ...piece, details } }] };
  },
  words: wrapUpWords,
  metrics: {
    unreported: [],
    notes: [{ key: 'metricNotes.talk_excludes_hold' }, { key: 'metricNotes.wait_to_first_agent' }],
  },
};

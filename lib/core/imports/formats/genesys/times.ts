import type { Participant, Session, Time } from './schema.ts';

/** The sum of a metric over sessions, which platforms give in parts; null = it is in none of them. */
export function timeIn(sessions: readonly Session[], ...names: readonly Time[]): number | null {
  const parts = sessions.flatMap(({ metrics }) =>
    metrics.flatMap(({ time, ms }) => (time !== null && ms !== null && names.includes(time) ? ms : [])),
  );
  return parts.length === 0 ? null : parts.reduce((all, ms) => all + ms, 0);
}

const segmentsIn = (sessions: readonly Session[], type: string) =>
  sessions.flatMap(({ segments }) => segments.filter(({ segmentType }) => segmentType === type));

/** The length of segments of a type: what there is to go by where the metric is missing. */
export function segmentTime(sessions: readonly Session[], type: string): number {
  return segmentsIn(sessions, type).reduce(
    (all, { segmentStart: start, segmentEnd: end }) =>
      all + (start === null || end === null ? 0 : Math.max(0, end - start)),
    0,
  );
}

export function hasSegment(sessions: readonly Session[], ...types: readonly string[]): boolean {
  return types.some((type) => segmentsIn(sessions, type).length > 0);
}

/** When the first segment (of a type, if one is asked for) began; null = that is not said. */
export function beginning(sessions: readonly Session[], type?: string): number | null {
  const starts = sessions.flatMap(({ segments }) =>
    segments.flatMap(({ segmentType, segmentStart }) =>
      segmentStart !== null && (type === undefined || segmentType === type) ? segmentStart : [],
    ),
  );
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Sessions by telephone; one that does not name its medium is one of a conversation that is by telephone. */
export function spoken({ sessions }: Participant): Session[] {
  return sessions.filter(({ mediaType }) => mediaType === null || mediaType === 'VOICE');
}

import { dataSpan, keptVerdicts, loadBooks, type Session } from '#db';
import { addDays, type Day, period } from '#time';
import { type Judgement, judgeBooks } from '#verdicts';

/**
 * Every vendor's verdict at the end of a day. Those kept serve for the last day with calls and all later ones; for an
 * earlier day the same rules are replayed on what is stored up to it.
 */
export async function judgementsAsOf({ database }: Session, asOf: Day): Promise<Judgement[]> {
  const kept = await keptVerdicts(database);
  if (!kept) return [];
  if (asOf >= kept.through)
    return kept.judgements.map(({ verdict, history }) => ({ verdict: { ...verdict, asOf }, history }));
  const span = await dataSpan(database);
  if (!span || asOf < span.first) return [];
  return judgeBooks(await loadBooks(database, period(span.first, addDays(asOf, 1))), asOf);
}

/** Days on which a price model went from another state to failing. */
export function flagsOf(judgements: readonly Judgement[]): { day: Day; vendor: string; program: string }[] {
  return judgements.flatMap(({ verdict: { vendor, program }, history }) =>
    history.flatMap(({ day, state }, index) =>
      state === 'failing' && history[index - 1]?.state !== 'failing' ? [{ day, vendor, program }] : [],
    ),
  );
}

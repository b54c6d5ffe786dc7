/** One part of a call that went from queue to queue and from agent to agent. */
type Part = { answered: boolean; waitMs: number | null; queue: string | null };

/** Waits up to the first agent add up; what is waited for a second agent is no part of it. Null: no part has any. */
export function waitToFirstAgent(parts: readonly Part[]): number | null {
  const reached = parts.findIndex(({ answered }) => answered);
  const waits = parts.slice(0, reached < 0 ? undefined : reached + 1).flatMap(({ waitMs }) => waitMs ?? []);
  return waits.length === 0 ? null : waits.reduce((all, ms) => all + ms, 0);
}

/** The queue in which the first agent answered; where none did, the one in which the customer waited last. */
export function queueOf(parts: readonly Part[]): string | null {
  const named = parts.filter(({ queue }) => queue !== null);
  return (named.find(({ answered }) => answered) ?? named.at(-1))?.queue ?? null;
}

/** How often the call changed hands; null = never. */
export function transfersOf(parts: readonly Part[]): number | null {
  const reached = parts.filter(({ answered }) => answered).length;
  return reached > 1 ? reached - 1 : null;
}

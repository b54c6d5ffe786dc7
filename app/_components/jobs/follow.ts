/** What a page knows of a record that changes by itself: nothing yet, or what the server said last, and what is wrong. */
export type Answered<T> = { said: T | null; trouble: 'missing' | 'lost' | null };

type Watching<T> = {
  signal: AbortSignal;
  tell: (answered: Answered<T>) => void;
  /** Whether nothing will happen to it by itself any more. */
  isOver: (said: T) => boolean;
};

const POLL_MS = 400;
const SILENT_MS = 2_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** Asks an address until it is over or nobody watches; a server that does not answer is asked less often. */
export async function follow<T>(address: string, { signal, tell, isOver }: Watching<T>): Promise<void> {
  let said: T | null = null;
  while (!signal.aborted) {
    const response = await fetch(address, { cache: 'no-store', signal }).catch(() => null);
    if (signal.aborted) return;
    if (response?.status === 404) return tell({ said, trouble: 'missing' });
    const answer = response?.ok ? ((await response.json().catch(() => null)) as T | null) : null;
    if (signal.aborted) return;
    said = answer ?? said;
    tell({ said, trouble: answer ? null : 'lost' });
    if (answer && isOver(answer)) return;
    await pause(answer ? POLL_MS : SILENT_MS, signal);
  }
}

/** Next calls this once in every process of the server: work in the background is done by the one that serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const [{ startWorkers }, { startWatching }] = [await import('#jobs'), await import('#arrival')];
    startWorkers();
    startWatching();
  }
}

/** Does work; Ctrl-C has it stopped, and a second one ends the process. */
export async function onInterrupt<T>(stop: () => unknown, work: () => Promise<T>): Promise<T> {
  const interrupted = () => void stop();
  process.once('SIGINT', interrupted);
  try {
    return await work();
  } finally {
    process.off('SIGINT', interrupted);
  }
}

/** What darkens the page behind a question. */
export const backdropStyle = 'fixed inset-0 z-40 bg-[rgb(0_0_0/0.5)]';

/** The sheet that a question stands on, in the middle of the page. */
export const dialogStyle =
  'fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-ink shadow-popup outline-none';

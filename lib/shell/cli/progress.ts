import type { WriteStream } from 'node:tty';

const EVERY_MS = 3_000;

/** Progress on standard error: one line rewritten on a terminal, a line every few seconds otherwise. */
export function progressLine(stream: WriteStream): { show: (line: string) => void; end: () => void } {
  let last = performance.now();
  let shown = false;
  return {
    show(line) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${line}`);
        shown = true;
        return;
      }
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      stream.write(`${line}\n`);
    },
    end() {
      if (shown) stream.write('\r\x1b[K');
      shown = false;
    },
  };
}

/** A bar of twenty steps with rows and rate where they are counted and, where the size is known, the share read. */
export function progressText({
  phase,
  rows,
  share,
  seconds,
}: {
  phase: string;
  rows: number | null;
  share: number | null;
  seconds: number;
}): string {
  const counted = rows === null ? '' : `${rows.toLocaleString('en')} rows`;
  const rate = rows !== null && seconds > 0.5 ? `, ${Math.round(rows / seconds).toLocaleString('en')} rows/s` : '';
  const bar =
    share === null ? '' : `[${'#'.repeat(Math.round(share * 20)).padEnd(20, '.')}] ${Math.round(share * 100)}% `;
  return `${phase} ${bar}${counted}${rate}`;
}

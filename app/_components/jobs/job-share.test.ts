import { describe, expect, it } from 'vitest';
import { jobShare } from './job-share.ts';

const running = (done: number, total: number | null) => ({
  status: 'running' as const,
  progress: { done, total, step: null },
});

describe('how much of a job is done', () => {
  it.each([
    ['a quarter', running(5, 20), 0.25],
    ['nothing yet', running(0, 20), 0],
    ['no more than all of it, where it was more than expected', running(30, 20), 1],
    ['unknown without an end', running(5, null), null],
    ['unknown of nothing', running(0, 0), null],
    ['unknown before it reports', { status: 'running' as const, progress: null }, null],
    ['unknown while it waits for another attempt', { ...running(5, 20), status: 'queued' as const }, null],
    ['all when it has ended well, whatever it reported last', { ...running(5, 20), status: 'done' as const }, 1],
  ])('is %s', (_, job, share) => {
    expect(jobShare(job)).toBe(share);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Followed, followJob } from './follow-job.ts';
import type { SaidJob } from './said-job.ts';

const job = (status: SaidJob['status']): SaidJob => ({
  id: '7',
  kind: 'recompute',
  status,
  progress: null,
  result: null,
  error: null,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that answers so, one answer after the other, the last one from then on. */
function server(...answers: (SaidJob | 404 | 500 | 'silent')[]) {
  const asked = vi.fn<(address: string) => Promise<Response>>(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'silent') throw new TypeError('fetch failed');
    return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer);
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

async function follow(ms: number, signal = new AbortController().signal): Promise<Followed[]> {
  const told: Followed[] = [];
  void followJob('7', { signal, tell: (followed) => told.push(followed) });
  await vi.advanceTimersByTimeAsync(ms);
  return told;
}

describe('following a job', () => {
  it('asks until it has ended, and then no more', async () => {
    const asked = server(job('queued'), job('running'), job('done'));
    const told = await follow(10_000);
    expect(told.map(({ job }) => job?.status)).toEqual(['queued', 'running', 'done']);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(asked.mock.calls[0]?.[0]).toBe('/jobs/7/progress');
  });

  it('says that the server is silent, keeps what it said last, and goes on', async () => {
    server(job('running'), 'silent', 500, job('failed'));
    expect(await follow(10_000)).toEqual([
      { job: job('running'), trouble: null },
      { job: job('running'), trouble: 'lost' },
      { job: job('running'), trouble: 'lost' },
      { job: job('failed'), trouble: null },
    ]);
  });

  it('ends where there is no such job', async () => {
    const asked = server(404);
    expect(await follow(10_000)).toEqual([{ job: null, trouble: 'missing' }]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('ends when nobody watches any more', async () => {
    const asked = server(job('running'));
    const watching = new AbortController();
    await follow(1_000, watching.signal);
    const before = asked.mock.calls.length;
    expect(before).toBeGreaterThan(1);
    watching.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledTimes(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Actor, ForbiddenError } from '#auth';
import { findJob, type Session } from '#db';
import { OperationError } from '#operations';
import { testNow, testSession } from '#testing';
import { jobView } from '#views';
import { enqueueIn } from './enqueue.ts';
import { defineKind } from './kind.ts';

const kinds = {
  count: defineKind({
    resource: 'declarations',
    input: z.object({ to: z.number().int().positive() }),
    run: async (_, { to }) => ({ counted: to }),
  }),
};

let session: Session;
beforeAll(async () => {
  session = await testSession();
});

const queued = async () =>
  (await session.database.sql.query<{ id: string }>(`select id::text as id from jobs.job where name = 'count'`)).map(
    ({ id }) => id,
  );
const recorded = () => session.database.prisma.job.count();

describe('a job that is asked for', () => {
  it('is recorded and queued under one id, before any worker has made the queue', async () => {
    const { id } = await enqueueIn(kinds, session, { kind: 'count', input: { to: 3 } });
    expect(await findJob(session.database, id)).toEqual({
      id,
      kind: 'count',
      status: 'queued',
      input: { to: 3 },
      progress: null,
      result: null,
      error: null,
      actor: 'local',
      createdAt: testNow,
      startedAt: null,
      finishedAt: null,
    });
    expect(await queued()).toEqual([id]);
    expect(await jobView(session, id)).toEqual({
      id,
      kind: 'count',
      status: 'queued',
      progress: null,
      result: null,
      error: null,
    });
    expect(await jobView(session, 'no such job')).toBeNull();
  });

  it('is queued by several at a time', async () => {
    const ask = () => enqueueIn(kinds, session, { kind: 'count', input: { to: 1 } });
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(await queued()).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
  });

  it('is neither recorded nor queued where the input is none of its kind', async () => {
    const before = [await queued(), await recorded()];
    const refused = enqueueIn(kinds, session, { kind: 'count', input: { to: -1 } });
    await expect(refused).rejects.toMatchObject({ refusal: 'validation', issues: [{ path: 'to' }] });
    await expect(refused).rejects.toBeInstanceOf(OperationError);
    expect([await queued(), await recorded()]).toEqual(before);
  });

  it('is neither recorded nor queued where one of the two fails', async () => {
    const before = [await queued(), await recorded()];
    await session.database.sql.execute('alter table jobs.queue rename to queue_away');
    try {
      await expect(enqueueIn(kinds, session, { kind: 'count', input: { to: 1 } })).rejects.toThrow();
    } finally {
      await session.database.sql.execute('alter table jobs.queue_away rename to queue');
    }
    expect([await queued(), await recorded()]).toEqual(before);
  });

  it('is refused to whoever may not change its resource', async () => {
    const nobody = { ...session, actor: { id: 'x', name: 'Somebody', role: 'nobody' } as unknown as Actor };
    await expect(enqueueIn(kinds, nobody, { kind: 'count', input: { to: 1 } })).rejects.toBeInstanceOf(ForbiddenError);
  });
});

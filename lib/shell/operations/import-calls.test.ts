import { expect, it } from 'vitest';
import { callLog, declare, importLog, norte, testSession } from '#testing';

const session = await testSession();

it('imports', async () => {
  await declare(session, norte);
  const result = await importLog(session, callLog([{ call_id: 'a', started_at: '2026-03-02', talk_s: 60 }]));
  expect(result).toMatchObject({ rows: 1, inserted: 1 });
});

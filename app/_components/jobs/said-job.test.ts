import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import english from '../../../messages/en.json' with { type: 'json' };
import { saidJob } from './said-job.ts';

const say = translator(english, 'en', (fault) => {
  throw fault;
});
const job = { id: '7', kind: 'recompute', status: 'failed', progress: null, result: null } as const;

describe('what the browser is told of a job', () => {
  it('is what an operation refused, in its words and with the places', () => {
    const issues = [
      { path: 'contracts[0].from', message: 'is taken' },
      { path: '', message: { key: 'jobs.interrupted' } },
    ];
    expect(saidJob({ ...job, error: { message: 'the version has been changed', issues } }, say).error).toEqual({
      message: 'the version has been changed',
      issues: [
        'contracts[0].from: is taken',
        'The processes that ran this ended before it was done. Ask for it again.',
      ],
    });
  });

  it.each([
    [1, 'Something failed on our side, at the first attempt. Reference 7.'],
    [3, 'Something failed on our side, at each of 3 attempts. Reference 7.'],
  ])('is where a fault of ours is looked up, after %i attempts', (attempts, message) => {
    const error = { message: { key: 'jobs.failed', values: { attempts, reference: '7' } }, issues: [] };
    expect(saidJob({ ...job, error }, say).error).toEqual({ message, issues: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { answerOf } from './answer.ts';

const silent = { title: null, detail: null, errors: [], faults: [] };

describe('the answer to a request', () => {
  it('is what came of it', () => {
    expect(answerOf(200, '{"id":"b1"}')).toEqual({ ok: true, result: { id: 'b1' } });
  });

  it('is a failure with a bad status, whatever it holds', () => {
    expect(answerOf(500, '{"id":"b1"}')).toEqual({ ok: false, failure: { ...silent, status: 500 } });
  });

  it('says what the server said', () => {
    const problem = { title: 'The file cannot be used', detail: 'It has no header.', errors: ['row 1: empty'] };
    const faults = [{ field: 'vendor', message: 'is not declared' }];
    expect(answerOf(422, JSON.stringify({ ...problem, faults, status: 422 }))).toEqual({
      ok: false,
      failure: { ...problem, faults, status: 422 },
    });
  });

  it('reads errors that are sentences, problem details, or neither', () => {
    const errors = ['plain', { detail: 'told' }, { code: 7 }, null, 5];
    expect(answerOf(422, JSON.stringify({ errors, faults: [{ field: 1 }] }))).toMatchObject({
      failure: { errors: ['plain', 'told', '{"code":7}', 'null', '5'], faults: [] },
    });
  });

  it.each([
    ['no answer', 0, ''],
    ['a page of a proxy', 502, '<html>Bad gateway</html>'],
    ['null', 200, 'null'],
    ['a word', 200, '"done"'],
    ['an answer cut short', 200, '{"batch":{'],
    ['titles that are no text', 500, '{"title":5,"detail":{},"errors":"none","faults":{}}'],
  ])('claims nothing from %s', (_, status, body) => {
    expect(answerOf(status, body)).toEqual({ ok: false, failure: { ...silent, status } });
  });
});

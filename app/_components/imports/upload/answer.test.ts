import { describe, expect, it } from 'vitest';
import { uploadResult } from './upload-result.ts';

const silent = { kind: 'failed', title: null, detail: null, errors: [] };

describe('the answer to an upload', () => {
  it('is done where it holds the batch', () => {
    expect(uploadResult(200, '{"batch":{"id":"b1","rows":3}}')).toEqual({ kind: 'done', batch: { id: 'b1', rows: 3 } });
  });

  it('is a failure with a batch but a bad status', () => {
    expect(uploadResult(500, '{"batch":{"id":"b1"}}')).toEqual({ ...silent, status: 500 });
  });

  it('says what the server said', () => {
    const problem = { title: 'The file cannot be used', detail: 'It has no header.', errors: ['row 1: empty'] };
    expect(uploadResult(422, JSON.stringify({ ...problem, status: 422 }))).toEqual({
      kind: 'failed',
      ...problem,
      status: 422,
    });
  });

  it('reads errors that are sentences, problem details, or neither', () => {
    const errors = ['plain', { detail: 'told' }, { code: 7 }, null, 5];
    expect(uploadResult(422, JSON.stringify({ errors }))).toMatchObject({
      errors: ['plain', 'told', '{"code":7}', 'null', '5'],
    });
  });

  it.each([
    ['no answer', 0, ''],
    ['a page of a proxy', 502, '<html>Bad gateway</html>'],
    ['null', 200, 'null'],
    ['an answer cut short', 200, '{"batch":{'],
    ['titles that are no text', 500, '{"title":5,"detail":{},"errors":"none"}'],
  ])('claims nothing from %s', (_, status, body) => {
    expect(uploadResult(status, body)).toEqual({ ...silent, status });
  });
});

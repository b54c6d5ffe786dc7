import { describe, expect, it } from 'vitest';
import { translator } from '#format';
import messages from '../../../messages/en.json' with { type: 'json' };
import { rejectsCsv } from './rejects-csv.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});

const reason = { key: 'rejects.empty' };

describe('faults as a file', () => {
  it('say in which file of the delivery each stands, in which row and column, and why', async () => {
    async function* pages() {
      yield [{ fileName: 'march.zip/a.csv', row: 2, column: 'talk_s', value: '', reason }];
      yield [{ fileName: null, row: 7, column: null, value: '=1+1', reason }];
    }
    expect(await new Response(rejectsCsv(pages(), say)).text()).toBe(
      "file,row,column,value,reason\r\nmarch.zip/a.csv,2,talk_s,,is empty\r\n,7,,'=1+1,is empty\r\n",
    );
  });
});

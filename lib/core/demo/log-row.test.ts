import { describe, expect, it } from 'vitest';
import { type LogRow, logHeader, logLine } from './log-row.ts';

const row: LogRow = {
  call_id: 'a-1',
  vendor: 'a',
  program: 'p',
  call_type: null,
  direction: 'inbound',
  started_at: '2026-01-05T08:00:00+01:00',
  wait_s: 0,
  talk_s: 61,
  hold_s: null,
  wrap_s: 5,
  answered: true,
  disposition: 'sold, twice "so"',
  outcome: 'sale',
  agent: 'agent 01',
  customer_ref: 'a-customer-1',
  revenue: '12.50',
  currency: 'EUR',
};

describe('a canonical line', () => {
  it('has the columns of the interface in their order, empty where unknown, 0 where zero', () => {
    expect(logHeader).toBe(
      'call_id,vendor,program,call_type,direction,started_at,wait_s,talk_s,hold_s,wrap_s,answered,disposition,outcome,' +
        'agent,customer_ref,revenue,currency\n',
    );
    expect(logLine(row)).toBe(
      'a-1,a,p,,inbound,2026-01-05T08:00:00+01:00,0,61,,5,true,"sold, twice ""so""",sale,agent 01,a-customer-1,12.50,EUR\n',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalColumns } from './formats/canonical/columns.ts';
import { nearMiss } from './near-miss.ts';

describe('nearMiss', () => {
  it.each([
    ['Call ID', 'call_id'],
    ['talk', 'talk_s'],
    ['talk_seconds', 'talk_s'],
    ['tlak_s', 'talk_s'],
    ['start_at', 'started_at'],
    ['dispositon', 'disposition'],
    ['customer-ref', 'customer_ref'],
    ['curency', 'currency'],
  ])('%s may be meant for %s', (name, meant) => expect(nearMiss(name, canonicalColumns)).toBe(meant));

  it.each(['notes', 'phone_number', 'id', '', 'x'.repeat(10_000)])('%.20s is meant for none', (name) =>
    expect(nearMiss(name, canonicalColumns)).toBeNull(),
  );
});

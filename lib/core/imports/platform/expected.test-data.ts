import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { Call } from '#calls';

const folder = join(import.meta.dirname, '../../../../../shared/data/vendor-exports');

/** A call as expected-canonical.json has it. */
export type Expected = {
  call_id: string;
  program: string | null;
  direction: string;
  started_at: string;
  wait_s: number | null;
  talk_s: number | null;
  hold_s: number | null;
  wrap_s: number | null;
  disposition: string;
  agent: string | number | null;
  sale: boolean | null;
  source_records: number;
} & Record<string, unknown>;

/** A real sample's bytes and the calls that should come out of it; the test shows itself skipped where it is not here. */
export function expectedOf(
  { skip }: Pick<TestContext, 'skip'>,
  name: string,
): { bytes: Uint8Array; calls: Expected[] } {
  const reason = `../shared/data/vendor-exports/${name} is not here`;
  if (!existsSync(join(folder, name))) {
    if (process.env.BREAKEVEN_REQUIRE_SHARED === '1') throw new Error(reason);
    return skip(reason);
  }
  const all = JSON.parse(readFileSync(join(folder, 'expected-canonical.json'), 'utf8')) as Record<string, Expected[]>;
  return { bytes: readFileSync(join(folder, name)), calls: all[name] ?? [] };
}

const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

/** Our call in the words of expected-canonical.json, its start as the clock of a zone shows it. */
export function asExpected(call: Call, zone = 'UTC'): Omit<Expected, 'sale'> {
  const local = new Date(call.startedAt).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  return {
    call_id: call.callId,
    program: call.callType,
    direction: call.direction,
    started_at: local,
    wait_s: seconds(call.waitMs),
    talk_s: seconds(call.talkMs),
    hold_s: seconds(call.holdMs),
    wrap_s: seconds(call.wrapMs),
    disposition: call.disposition ?? '',
    agent: call.agent,
    source_records: Number(call.details?.source_records),
  };
}

/** What is compared of an expected call: its own figures without remarks, its start to the second. */
export function expectation(expected: Expected): Omit<Expected, 'sale'> {
  const { call_id, program, direction, started_at, wait_s, talk_s, hold_s, wrap_s, disposition } = expected;
  const { agent, source_records } = expected;
  return {
    ...{ call_id, program, direction, wait_s, talk_s, hold_s, wrap_s, disposition, source_records },
    started_at: started_at.slice(0, 19),
    agent: agent === null ? null : String(agent),
  };
}

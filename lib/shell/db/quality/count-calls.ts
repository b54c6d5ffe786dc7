import { type BatchFacts, type Cases, type RuleCode, ruleCodes } from '#quality';
import type { Db } from '../database.ts';
import { handleMs } from './batch-calls.ts';
import { isComparable } from './duplicates.ts';
import { casesOf } from './examples.ts';

type Rule = { is: string; ms?: string };

const noContact = `(not a.answered or a.outcome in ('no_contact', 'bad_number'))`;

/** What a call cannot be, or is hardly ever. */
const rules: Record<RuleCode, Rule> = {
  long_handle: { is: `${handleMs('a')} > 4 * 3600000`, ms: handleMs('a') },
  long_wait: { is: 'a.wait_ms > 2 * 3600000', ms: 'a.wait_ms' },
  answered_without_talk: { is: 'a.answered and a.talk_ms = 0' },
  talk_unanswered: { is: 'not a.answered and a.talk_ms > 0', ms: 'a.talk_ms' },
  abandoned_answered: { is: `a.answered and a.outcome = 'abandoned'` },
  sale_without_contact: { is: `not a.answered and a.outcome = 'sale'` },
  revenue_without_contact: {
    is: `a.revenue > 0 and a.outcome <> 'sale' and (${noContact} or a.outcome = 'abandoned')`,
  },
  negative_revenue: { is: 'a.revenue < 0' },
};

const onTheDot = (unit: string) => `a.local_at = date_trunc('${unit}', a.local_at)`;
const inbound = `a.direction = 'inbound'`;

/** Which calls are counted, by name; all in one scan. */
const counted = {
  ...Object.fromEntries(ruleCodes.map((code) => [code, rules[code].is])),
  ...{ midnight: onTheDot('day'), hour: onTheDot('hour'), minute: onTheDot('minute') },
  ...{ handled: 'a.answered', wait: 'a.answered and a.wait_ms is not null' },
  ...{ hold: 'a.answered and a.hold_ms is not null', wrap: 'a.answered and a.wrap_ms is not null' },
  offered: inbound,
  abandoned: `${inbound} and a.outcome = 'abandoned'`,
  waited: `${inbound} and a.wait_ms > 0`,
  comparable: isComparable('a'),
} as Record<RuleCode | keyof BatchFacts['starts'] | keyof BatchFacts['reported'] | 'comparable', string>;

type Counts = Record<keyof typeof counted | 'calls', number>;

/** Calls that have not been made yet; clocks of two machines are never quite the same. */
const future = (at: Date) => ({
  is: `a.started_at > '${at.toISOString()}'::timestamptz + interval '5 minutes'`,
  ms: `extract(epoch from a.started_at - '${at.toISOString()}'::timestamptz) * 1000`,
});

type Counted = Pick<BatchFacts, 'rules' | 'starts' | 'reported' | 'future'> & {
  calls: number;
  /** Calls that can be told from the same call under another id. */
  comparable: number;
};

/** Everything that one look at each call tells: what breaks a rule, what is reported, how starts are told. */
export async function countCalls(tx: Db, at: Date): Promise<Counted> {
  const ahead = future(at);
  const columns = Object.entries(counted).map(([name, is]) => `count(*) filter (where ${is})::int as "${name}"`);
  const [found] = await tx.sql.query<Counts & { ahead: number; latestMs: number | null }>(
    `select count(*)::int as calls, ${columns.join(', ')}, count(*) filter (where ${ahead.is})::int as ahead,
       (max(${ahead.ms}))::float8 as "latestMs" from assessed a`,
  );
  if (!found) throw new Error('a count has one row');
  const { midnight, hour, minute, handled, wait, hold, wrap, offered, abandoned, waited, calls, comparable } = found;
  const broken: [RuleCode, Cases][] = [];
  for (const code of ruleCodes) {
    const { is, ms } = rules[code];
    broken.push([code, await casesOf(tx, found[code], `assessed a where ${is}`, ms ? { ms } : {})]);
  }
  const cases = await casesOf(tx, found.ahead, `assessed a where ${ahead.is}`, { ms: ahead.ms });
  return {
    ...{ calls, comparable },
    rules: Object.fromEntries(broken) as Counted['rules'],
    starts: { midnight, hour, minute },
    reported: { handled, wait, hold, wrap, offered, abandoned, waited },
    future: { ...cases, latestMs: cases.calls === 0 ? 0 : (found.latestMs ?? 0) },
  };
}

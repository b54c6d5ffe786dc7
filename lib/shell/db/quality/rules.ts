import { type Cases, type RuleCode, ruleCodes } from '#quality';
import type { Db } from '../database.ts';
import { casesOf } from './examples.ts';

type Rule = { is: string; ms?: string };

const noContact = `(not a.answered or a.outcome in ('no_contact', 'bad_number'))`;

/** What a call cannot be, or is hardly ever. */
const rules: Record<RuleCode, Rule> = {
  long_handle: { is: 'a.handle_ms > 4 * 3600000', ms: 'a.handle_ms' },
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

/** The calls that break each rule. */
export async function countRules(tx: Db): Promise<Record<RuleCode, Cases>> {
  const counts = ruleCodes.map((code) => `count(*) filter (where ${rules[code].is})::int as "${code}"`);
  const [found] = await tx.sql.query<Record<RuleCode, number>>(`select ${counts.join(', ')} from assessed a`);
  const cases: [RuleCode, Cases][] = [];
  for (const code of ruleCodes) {
    const { is, ms } = rules[code];
    cases.push([code, await casesOf(tx, found?.[code] ?? 0, `assessed a where ${is}`, ms ? { ms } : {})]);
  }
  return Object.fromEntries(cases) as Record<RuleCode, Cases>;
}

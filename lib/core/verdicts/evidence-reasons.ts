import { minimumSample } from '#stats';
import type { Facts, ReasonRule } from './reason-rule.ts';
import type { BookVerdict } from './verdict.ts';

/** Above this correlation of neighbouring days results come in long runs, and flags err more often (see docs). */
const LONG_RUNS = 0.4;

const unclear = ({ client, vendorBook }: Facts) =>
  [client, vendorBook].filter((book) => book.known && book.state === 'not_enough_evidence');
const isShort = ({ days, calls, effectiveSales }: BookVerdict) =>
  days < minimumSample.days ||
  calls < minimumSample.calls ||
  (effectiveSales ?? minimumSample.sales) < minimumSample.sales;

/** Days resemble the day before: a good or bad run says less than its length suggests. */
export const longRuns: ReasonRule = ({ client, vendorBook }) => {
  const correlation = Math.max(client.correlation ?? 0, vendorBook.correlation ?? 0);
  return correlation > LONG_RUNS ? { correlation } : null;
};

export const tooFewDays: ReasonRule = (facts) => {
  const have = Math.min(...unclear(facts).map((book) => book.days));
  return have < minimumSample.days ? { have, need: minimumSample.days } : null;
};

export const tooFewCalls: ReasonRule = (facts) => {
  const have = Math.min(...unclear(facts).map((book) => book.calls));
  return have < minimumSample.calls ? { have, need: minimumSample.calls } : null;
};

/** Sales are counted as equal sales that would vary as much: one large order counts for little. */
export const tooFewSales: ReasonRule = (facts) => {
  const have = Math.min(...unclear(facts).map((book) => book.effectiveSales ?? minimumSample.sales));
  if (have >= minimumSample.sales) return null;
  return { have: Math.floor(have), need: minimumSample.sales };
};

const marginFigures = ({ mean, lower, upper }: BookVerdict) => ({ margin: mean, lower, upper });
const undecidedFigures = (book: BookVerdict) => ({
  ...marginFigures(book),
  smallestLoss: book.smallestLoss,
  calls: book.moreCalls,
});
const isUndecided = (book: BookVerdict) => book.known && book.state === 'not_enough_evidence' && !isShort(book);

/** The sample is there, but the margin cannot be told from 0 yet; about so many more calls would. */
export const clientUndecided: ReasonRule = ({ client }) => (isUndecided(client) ? undecidedFigures(client) : null);

export const vendorUndecided: ReasonRule = ({ vendorBook }) =>
  isUndecided(vendorBook) ? undecidedFigures(vendorBook) : null;

/** A book without figures: no price, no revenue, or nothing declared about the vendor's cost. */
export const noContract: ReasonRule = ({ client, vendorBook, situation: { gaps } }) =>
  !(client.known && vendorBook.known) && gaps.includes('no_contract') ? {} : null;

/** A charge that cannot be priced leaves both books without figures. */
export const noInputs: ReasonRule = ({ client, vendorBook, situation: { gaps } }) =>
  !(client.known && vendorBook.known) && gaps.includes('no_inputs') && !gaps.includes('no_contract') ? {} : null;

export const noRevenue: ReasonRule = ({ client, situation: { gaps } }) =>
  !client.known && isLeft('no_revenue', gaps) ? {} : null;

export const noVendorCost: ReasonRule = ({ vendorBook, situation: { gaps } }) =>
  !vendorBook.known && isLeft('no_vendor_cost', gaps) ? {} : null;

/** Without a price, what else is lacking is said only where it is known to be. */
function isLeft(gap: 'no_revenue' | 'no_vendor_cost', gaps: Facts['situation']['gaps']): boolean {
  return !gaps.includes('no_contract') && (gaps.includes(gap) || !gaps.includes('no_inputs'));
}

const isHealthy = (book: BookVerdict) => book.known && book.state === 'healthy';

export const healthyBoth: ReasonRule = ({ client, vendorBook }) => {
  if (!isHealthy(client) || !isHealthy(vendorBook)) return null;
  return {
    clientMargin: client.mean,
    clientLower: client.lower,
    clientUpper: client.upper,
    vendorMargin: vendorBook.mean,
    vendorLower: vendorBook.lower,
    vendorUpper: vendorBook.upper,
  };
};

export const healthyClient: ReasonRule = ({ client, vendorBook }) =>
  isHealthy(client) && !isHealthy(vendorBook) ? marginFigures(client) : null;

export const healthyVendor: ReasonRule = ({ client, vendorBook }) =>
  isHealthy(vendorBook) && !isHealthy(client) ? marginFigures(vendorBook) : null;

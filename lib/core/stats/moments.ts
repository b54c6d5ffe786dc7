/**
 * Sums over calls of revenue `r`, handle time `d` and the sale indicator: their count `n`, first and second moments,
 * `k` sales and `ds` the handle time of sale calls. Any unit, as long as it is one.
 */
export type Moments = {
  n: number;
  r: number;
  rr: number;
  d: number;
  dd: number;
  rd: number;
  k: number;
  ds: number;
};

/** A margin that is linear in a call: `a + b x revenue + c x handle time + e if it is a sale`. */
export type MarginWeights = { a: number; b: number; c: number; e: number };

/** Sum, sum of squares, mean and sample variance (n - 1) of a per-call figure; null where n is too small. */
export type MarginMoments = {
  n: number;
  sum: number;
  squares: number;
  mean: number | null;
  variance: number | null;
};

/**
 * The moments of a linear per-call margin from the moments of its calls, without the calls (statistics: variance of
 * a linear form). Revenue is taken to come with a sale, so the sum of revenue over sales is the sum of revenue.
 */
export function marginMoments(m: Moments, { a, b, c, e }: MarginWeights): MarginMoments {
  const sum = a * m.n + b * m.r + c * m.d + e * m.k;
  const own = a * a * m.n + b * b * m.rr + c * c * m.dd + e * e * m.k;
  const cross = a * (b * m.r + c * m.d + e * m.k) + b * c * m.rd + b * e * m.r + c * e * m.ds;
  const squares = Math.max(0, own + 2 * cross);
  return {
    n: m.n,
    sum,
    squares,
    mean: m.n > 0 ? sum / m.n : null,
    variance: m.n > 1 ? Math.max(0, squares - (sum * sum) / m.n) / (m.n - 1) : null,
  };
}

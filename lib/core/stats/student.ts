import studentCdf from '@stdlib/stats-base-dists-t-cdf';

const SMALLEST = 1e-290;

/**
 * Natural logarithm of Student's cumulative distribution function, finite however deep the tail: where the
 * probability itself is too small for a double, its leading terms are added up as logarithms.
 */
export function logStudentCdf(x: number, df: number): number {
  const probability = studentCdf(x, df);
  return probability > SMALLEST ? Math.log(probability) : logDeepTail(x, df);
}

/**
 * ln of half the incomplete beta function I_z(a, 1/2), a = df/2, z = df/(df + x^2), by its power series in z.
 * Only many degrees of freedom reach such depths, where Stirling's series for the gamma ratio is exact to a double.
 */
function logDeepTail(x: number, df: number): number {
  const a = df / 2;
  const z = df / (df + x * x);
  let term = 1;
  let series = 1;
  for (let k = 0; term > series * 1e-16; k++) {
    term *= ((a + 0.5 + k) / (a + 1 + k)) * z;
    series += term;
  }
  const logGammaRatio = Math.log(a) / 2 - 1 / (8 * a) + 1 / (192 * a ** 3);
  const logBeta = Math.log(Math.PI) / 2 - logGammaRatio;
  return a * Math.log(z) + Math.log1p(-z) / 2 - Math.log(a) - logBeta + Math.log(series) - Math.LN2;
}

/**
 * ln(gamma(a + 1/2) / gamma(a)) by its asymptotic series, of an `a` that is moved up to where that is exact to a double
 * (NIST DLMF 5.11.8; gamma(a + 1) = a gamma(a)).
 */
function logGammaRatio(a: number): number {
  let shifted = a;
  let factor = 1;
  for (; shifted < 16; shifted++) factor *= shifted / (shifted + 0.5);
  const w = 1 / (shifted * shifted);
  return (
    Math.log(factor) + Math.log(shifted) / 2 + ((((17 / 14336) * w - 1 / 640) * w + 1 / 192) * w - 1 / 8) / shifted
  );
}

const TINY = 1e-300;

/**
 * The incomplete beta function I_z(a, b) without its leading factor z^a (1 - z)^b / (a B(a, b)): a continued fraction
 * (NIST DLMF 8.17.22), worked out from the front (Lentz). Quick where z < (a + 1) / (a + b + 2).
 */
function betaFraction(z: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * z) / (a + 1));
  let value = d;
  for (let m = 1, change = 0; Math.abs(change - 1) > 1e-15 && m < 1_000; m++) {
    const even = (m * (b - m) * z) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * z) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    change = c * d;
    value *= change;
  }
  return value;
}

/**
 * Natural logarithm of Student's cumulative distribution function, finite however deep the tail: half of
 * I_z(df/2, 1/2) at z = df / (df + x^2) lies beyond |x| (NIST DLMF 8.17), and is worked out as a logarithm.
 */
export function logStudentCdf(x: number, df: number): number {
  const a = df / 2;
  const square = x * x;
  const z = df / (df + square);
  // ln of z^a (1 - z)^(1/2) / B(a, 1/2); 1 - z without cancellation.
  const front =
    -a * Math.log1p(square / df) + Math.log(square / (df + square)) / 2 + logGammaRatio(a) - Math.log(Math.PI) / 2;
  if (z < (a + 1) / (a + 2.5)) {
    const tail = front + Math.log(betaFraction(z, a, 0.5) / a) - Math.LN2;
    return x < 0 ? tail : Math.log1p(-Math.exp(tail));
  }
  const inner = square === 0 ? 0 : Math.exp(front) * betaFraction(square / (df + square), 0.5, a) * 2;
  return Math.log1p(x < 0 ? -inner : inner) - Math.LN2;
}

/**
 * The numbers that the simulations behind docs/formulas/evidence.md chose. They were fixed before any vendor was
 * looked at; changing one starts a new epoch for every vendor.
 */
export const rules = {
  /** Probability of ever flagging a sound vendor in a year. */
  alpha: 0.05,
  /** Share of alpha spent on "since the start"; the rest is spread over restarts. */
  startShare: 0.75,
  /** A restart every so many active days; shares are reserved for this many restarts. */
  restartEvery: 7,
  restartSlots: 52,
  /** Precision of the prior on the standardised shortfall, in days: most sensitive around day 19. */
  precision: 3,
  /** Correlation of neighbouring days: the prior mean, its weight in days, and the largest value used. */
  correlationPrior: 0.2,
  correlationPriorDays: 10,
  correlationMax: 0.9,
  /** Days before a restart that make its correlation a floor for the restart's own. */
  historyDays: 14,
} as const;

/** Below this there is no interval and no flag: days with calls, calls, and effective sales where money comes in. */
export const minimumSample = { days: 7, calls: 100, sales: 20 } as const;

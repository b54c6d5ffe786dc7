/** From what must be cleared up before the figures are used, to what was looked at and is in order. */
export const severities = ['wrong', 'look', 'unknown', 'fine'] as const;

/** `unknown`: the delivery or its vendor's history does not hold what the check needs. */
export type Severity = (typeof severities)[number];

/** What a delivery is looked at for, in the order in which it is told. */
export const checkCodes = [
  'records',
  'coverage',
  'volume',
  'outcomes',
  'impossible',
  'future',
  'precision',
  'zone',
  'clock_change',
  'overlaps',
  'duplicates',
  'repeated_ids',
  'reported',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** A record that shows what a finding is about: where it stands, its call, and the other call or figure where there is one. */
export type Example = {
  file: number;
  row: number;
  callId: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** The zone of its program, on whose clock it began. */
  zone: string;
  /** The figure that is out of place, in ms. */
  ms?: number;
  /** The other call. */
  other?: string;
};

/** A count, share (0 to 1), local day, or code, by its name; days and words may be several. Null = not known. */
export type Figures = Readonly<Record<string, number | string | null | readonly string[]>>;

/** What one check came to. */
export type Finding = {
  code: CheckCode;
  severity: Severity;
  /** Which of the check's sentences says it. */
  says: string;
  figures: Figures;
  /** The first of the records concerned. */
  examples: readonly Example[];
};

import type { Cell, Interval, Text } from '#format';
import type { Worked } from './worked.ts';

/** One model for screen and files: what a page shows is what its export holds. */
export type Report = {
  id: string;
  title: Text;
  /** Local days, half-open. */
  period: { from: string; to: string };
  /** Reporting currency. */
  currency: string;
  /** Sentences that a person could read out; the first is the answer. */
  headline: Text[];
  /** What the figures leave out or assume. */
  notes: Text[];
  sections: Section[];
};

/** Pictures and charts only where their figures are known; what is left out is in the notes. */
export type Section = Table | TimeChart | CurveChart | ZonePicture | HandlePicture;

export type Column = {
  id: string;
  label: Text;
  /** The unit in the head of the column: a currency code, "s", "%". */
  unit?: Text;
  align: 'start' | 'end';
  /** Its figures may carry an interval: a file gives each end a column of its own. */
  interval?: true;
};

export type Row = {
  id: string;
  /** By column id; a column that does not apply to the row has no cell. */
  cells: Record<string, Cell>;
  /** By column id: how figures of the row came about. A file leaves them out. */
  worked?: Record<string, Worked>;
  /** The vendor's place in the palette, where the row is a vendor's. */
  color?: number;
  /** What the row opens: a page of the product. */
  href?: string;
  /** A sentence under the row: why its state is what it is. A file gives it a last column. */
  reason?: Text;
};

export type Table = {
  kind: 'table';
  id: string;
  title: Text;
  columns: Column[];
  rows: Row[];
  /** Ratios of sums, never sums of ratios. */
  total?: Row;
  notes: Text[];
};

export type Point = { day: string; value: number | null; interval?: Interval | null; calls: number };
/** A drawn line: gaps where a value is null. */
export type Line = {
  id: string;
  label: Text;
  role: 'cost' | 'revenue' | 'vendor' | 'plan' | 'aht';
  color?: number;
  points: Point[];
};
/** Figures over time, one unit, points at the first day of each step. */
export type TimeChart = {
  kind: 'time';
  id: string;
  title: Text;
  unit: Text;
  step: 'day' | 'week' | 'month';
  lines: Line[];
  /** Days worth a mark: a flag raised, a contract changed, go-live. */
  marks: { day: string; label: Text }[];
  notes: Text[];
};

/** Figures by whole days after a call, from its own day on; one unit. */
export type CurveChart = {
  kind: 'curve';
  id: string;
  title: Text;
  unit: Text;
  /** `color`: a place in the palette. */
  lines: { id: string; label: Text; color: number; points: { after: number; value: number | null }[] }[];
  notes: Text[];
};

/** The price between the least the vendor can live on and the most the client can pay, money per call. */
export type ZonePicture = {
  kind: 'zone';
  id: string;
  title: Text;
  unit: Text;
  zone: 'sound' | 'underpriced' | 'overpriced' | 'broken';
  price: number;
  floor: { value: number; low: number; high: number };
  ceiling: number;
  worked: Partial<Record<'price' | 'floor' | 'ceiling', Worked>>;
  notes: Text[];
};

/** Handle time by its parts against the plan and the break-even, seconds. */
export type HandlePicture = {
  kind: 'handle';
  id: string;
  title: Text;
  unit: Text;
  parts: { id: 'talk' | 'hold' | 'wrap'; label: Text; seconds: number | null }[];
  aht: number;
  plan: number | null;
  breakEven: { value: number; low: number; high: number } | null;
  worked: Partial<Record<'aht' | 'breakEven', Worked>>;
  /** What the handle time is made of, where that is not all of its parts. */
  mark: Text | null;
  notes: Text[];
};

/** A chart made ready to draw: every place is a number and every word is said. The drawing decides nothing. */
export type DrawnChart = {
  title: string;
  description: string;
  x: Axis;
  y: Axis;
  lines: DrawnLine[];
  points: DrawnPoint[];
  marks: { x: number; name: string }[];
};

export type Axis = { min: number; max: number; ticks: { at: number; text: string }[] };

export type DrawnLine = {
  id: string;
  label: string;
  /** A CSS colour. */
  color: string;
  stroke: 'solid' | 'dashed';
  dot: 'hollow' | 'filled' | 'none';
  hasBand: boolean;
};

export type DrawnPoint = {
  x: number;
  title: string;
  calls: string;
  /** By line: where it lies, its interval, what it says; null = a gap. */
  values: Record<string, { at: number; band: [number, number] | null; text: string } | null>;
};

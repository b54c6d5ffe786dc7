/** The colours of the pages on paper (app/globals.css). */
export const ink = {
  text: '#151a23',
  muted: '#566070',
  line: '#dfe3e9',
  strong: '#868f9d',
  accent: '#1d4fc4',
  failing: '#b3261e',
  at_risk: '#8a5200',
  healthy: '#17683f',
  not_enough_evidence: '#566070',
  cost: '#a34a00',
  revenue: '#1d4fc4',
} as const;

/** The palette of vendors. */
export const hues = ['#2794fb', '#e66700', '#a2041c', '#5157ce', '#210784', '#aa8698', '#6e4371', '#540538'] as const;

/** Sizes of type, in points. */
export const type = { title: 17, lead: 11, text: 9, heading: 11, figure: 8, small: 7 } as const;

/** The margins of a page, in points: left, top, right, bottom. */
export const margins: [number, number, number, number] = [36, 36, 36, 46];

/** A4, in points. */
export const sheet = { narrow: 595.28, wide: 841.89 } as const;

/** Room around what stands in a table, in points. */
export const padding = { side: 4, end: 3 } as const;

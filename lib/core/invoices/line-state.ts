/** What has become of a billed line: nobody has judged it, we accept it, we do not, or the vendor gave money back. */
export const lineStates = ['open', 'agreed', 'disputed', 'credited'] as const;

export type LineState = (typeof lineStates)[number];

/**
 * Where a line may go from each state. What was agreed is not credited without a dispute; a credit is taken back, put
 * right with another amount, or disputed further.
 */
export const transitions: Readonly<Record<LineState, readonly LineState[]>> = {
  open: ['agreed', 'disputed', 'credited'],
  agreed: ['open', 'disputed'],
  disputed: ['open', 'agreed', 'credited'],
  credited: ['open', 'disputed', 'credited'],
};

/** Whether a line may go from one state to another. */
export function mayBecome(from: LineState, to: LineState): boolean {
  return transitions[from].includes(to);
}

/** Whether a text names a state. */
export function isLineState(text: string): text is LineState {
  return lineStates.some((state) => state === text);
}

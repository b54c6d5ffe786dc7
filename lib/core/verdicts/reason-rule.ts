import type { JudgeInput } from './judge-input.ts';
import type { BookVerdict, Margin, Reason, State, VendorBookVerdict } from './verdict.ts';

/** What a rule looks at. */
export type Facts = {
  state: State;
  client: BookVerdict;
  vendorBook: VendorBookVerdict;
  situation: JudgeInput['situation'];
};

/** The figures of one reason, or null where it does not apply. */
export type ReasonRule = (facts: Facts) => Reason['figures'] | null;

/** A margin told as a loss: its size, and the ends between which it lies. */
export function asLoss({ mean, lower, upper }: Margin): Record<'loss' | 'lossLower' | 'lossUpper', number | null> {
  return { loss: negated(mean), lossLower: negated(upper), lossUpper: negated(lower) };
}

function negated(value: number | null): number | null {
  return value === null ? null : 0 - value;
}
